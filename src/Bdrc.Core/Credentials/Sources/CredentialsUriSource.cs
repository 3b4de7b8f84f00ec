using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>Credentials from an address that a container or a tool serves.</summary>
internal sealed class CredentialsUriSource(string name, string address, CredentialEnvironment environment) : ICredentialSource
{
    public string Name => name;

    public async Task<CredentialLease> FetchAsync(CancellationToken cancellationToken)
    {
        if (environment.IsOn("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"))
            throw new BdrcException(BdrcErrorKind.Authentication, "CredentialsUriDisabled", Messages.ExternalDisabled.Fill("CredentialsURI"));
        if (!CredentialAddress.TryParse(address, out var uri))
            throw new BdrcException(BdrcErrorKind.InvalidArgument, "InvalidCredentialsUri", Messages.CredentialsUriForm.Fill("The credentials URI"));

        var answer = await IdentityHttp.SendAsync(
            environment,
            $"the credentials URI at {uri.Authority}",
            () => new HttpRequestMessage(HttpMethod.Get, uri),
            IdentityHttp.UsualTimeout,
            1,
            cancellationToken).ConfigureAwait(false);
        var json = answer.Json();
        return answer.Status == 200 && JsonFields.Text(json, "Code") == "Success" ? answer.Lease(json) : throw answer.Unreadable();
    }
}
