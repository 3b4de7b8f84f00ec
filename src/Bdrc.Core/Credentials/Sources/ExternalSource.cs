using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Credentials that a program prints. What it prints is never shown.</summary>
internal sealed class ExternalSource(string name, string command, CredentialContext environment) : ICredentialSource
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public string Name => name;

    public string? AccountKey => null;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        if (environment.IsOn("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"))
            throw Refuse(Strings.ExternalDisabled.FormatInvariant("External"));
        var words = CommandLine.Split(command, Path.DirectorySeparatorChar == '\\');
        if (words is not { Count: > 0 })
            throw Refuse(Strings.ExternalCommandFormat);
        try
        {
            var outcome = await environment.Processes.RunAsync(words, Timeout, cancellationToken).ConfigureAwait(false);
            return outcome.ExitCode == 0 ? Read(outcome.Output) : throw Refuse(Strings.ExternalFailed.FormatInvariant(outcome.ExitCode));
        }
        catch (TimeoutException)
        {
            throw Refuse(Strings.ExternalTimedOut.FormatInvariant(Timeout.TotalSeconds));
        }
        catch (Win32Exception)
        {
            throw Refuse(Strings.ExternalNotStarted);
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
            throw Refuse(Strings.ExternalUnreadable);
        }

        var mode = JsonFields.Text(json, "mode");
        var token = JsonFields.Text(json, "sts_token");
        if (mode is not ("AK" or "StsToken") || (mode == "StsToken" && token is null))
            throw Refuse(Strings.ExternalUnreadable);
        var credentials = CredentialValidation.Check(
            "access_key_id", "access_key_secret", JsonFields.Text(json, "access_key_id"), JsonFields.Text(json, "access_key_secret"), token);

        // Without an end of its own the key is asked for again after a while; renewal comes three minutes before the end.
        return new ExpiringCredentials(credentials, JsonFields.Time(json, "expiration") ?? environment.Clock.GetUtcNow().AddMinutes(15));
    }

    private static BdrcException Refuse(string message) => new(BdrcErrorKind.Authentication, "ExternalProcess", message);
}
