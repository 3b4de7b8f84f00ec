using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Runs a program that prints credentials. Its output is never shown.</summary>
internal sealed class ExternalSource(string name, string command, CredentialContext context) : ICredentialSource
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public string Name => name;

    public string? AccountKey => null;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        if (context.IsOn("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"))
            throw Error(Strings.ExternalDisabled.FormatInvariant("External"));
        var words = CommandLine.Split(command, Path.DirectorySeparatorChar == '\\');
        if (words is not { Count: > 0 })
            throw Error(Strings.ExternalCommandFormat);
        try
        {
            var outcome = await context.Processes.RunAsync(words, Timeout, cancellationToken).ConfigureAwait(false);
            return outcome.ExitCode == 0 ? Read(outcome.Output) : throw Error(Strings.ExternalFailed.FormatInvariant(outcome.ExitCode));
        }
        catch (TimeoutException)
        {
            throw Error(Strings.ExternalTimedOut.FormatInvariant(Timeout.TotalSeconds));
        }
        catch (FileNotFoundException)
        {
            throw Error(Strings.ExternalNotFound);
        }
        catch (Win32Exception)
        {
            throw Error(Strings.ExternalNotStarted);
        }
    }

    private ExpiringCredentials Read(string output)
    {
        var response = new TokenResponse("process_command", 200, Encoding.UTF8.GetBytes(output));
        JsonElement json;
        try
        {
            json = response.Json();
        }
        catch (BdrcException)
        {
            throw Error(Strings.ExternalUnreadable);
        }

        var mode = JsonFields.Text(json, "mode");
        var token = JsonFields.Text(json, "sts_token");
        if (mode is not ("AK" or "StsToken") || (mode == "StsToken" && token is null))
            throw Error(Strings.ExternalUnreadable);
        var credentials = CredentialValidation.Check(
            "access_key_id",
            "access_key_secret",
            JsonFields.Text(json, "access_key_id"),
            JsonFields.Text(json, "access_key_secret"),
            token);

        // A key without an expiration is fetched again after a while. It is renewed three minutes before the expiration.
        return new ExpiringCredentials(credentials, JsonFields.Time(json, "expiration") ?? context.Clock.GetUtcNow().AddMinutes(15));
    }

    private static BdrcException Error(string message) => new(BdrcErrorKind.Authentication, "ExternalProcess", message);
}
