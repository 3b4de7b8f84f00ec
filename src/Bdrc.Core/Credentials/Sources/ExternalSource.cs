using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>Credentials that a program prints. What it prints is never shown.</summary>
internal sealed class ExternalSource(string name, string command, CredentialEnvironment environment) : ICredentialSource
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public string Name => name;

    public async Task<CredentialLease> FetchAsync(CancellationToken cancellationToken)
    {
        if (environment.IsOn("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"))
            throw Refuse(Messages.ExternalDisabled.Fill("External"));
        var words = CommandLine.Split(command, Path.DirectorySeparatorChar == '\\');
        if (words is not { Count: > 0 })
            throw Refuse(Messages.ExternalCommandForm);
        try
        {
            var outcome = await environment.Processes.RunAsync(words, Timeout, cancellationToken).ConfigureAwait(false);
            return outcome.ExitCode == 0 ? Read(outcome.Output) : throw Refuse(Messages.ExternalFailed.Fill(outcome.ExitCode));
        }
        catch (TimeoutException)
        {
            throw Refuse(Messages.ExternalLate.Fill(Timeout.TotalSeconds));
        }
        catch (Win32Exception)
        {
            throw Refuse(Messages.ExternalNotStarted);
        }
    }

    private CredentialLease Read(string output)
    {
        var answer = new IdentityAnswer("process_command", 200, Encoding.UTF8.GetBytes(output));
        JsonElement json;
        try
        {
            json = answer.Json();
        }
        catch (BdrcException)
        {
            throw Refuse(Messages.ExternalUnreadable);
        }

        var mode = JsonFields.Text(json, "mode");
        var token = JsonFields.Text(json, "sts_token");
        if (mode is not ("AK" or "StsToken") || (mode == "StsToken" && token is null))
            throw Refuse(Messages.ExternalUnreadable);
        var credentials = CredentialValidation.Check(
            "access_key_id", "access_key_secret", JsonFields.Text(json, "access_key_id"), JsonFields.Text(json, "access_key_secret"), token);

        // Without an end of its own the key is asked for again after a while; renewal comes three minutes before the end.
        return new CredentialLease(credentials, JsonFields.Time(json, "expiration") ?? environment.Clock.GetUtcNow().AddMinutes(15));
    }

    private static BdrcException Refuse(string message) => new(BdrcErrorKind.Authentication, "ExternalProcess", message);
}
