using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Credentials from an address that a container or a tool serves.</summary>
internal sealed class CredentialsUriSource(string name, string address, CredentialContext environment) : ICredentialSource
{
    public string Name => name;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        if (environment.IsOn("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"))
            throw new BdrcException(BdrcErrorKind.Authentication, "CredentialsUriDisabled", Strings.ExternalDisabled.FormatInvariant("CredentialsURI"));
        if (!CredentialAddress.TryParse(address, out var uri))
            throw new BdrcException(BdrcErrorKind.InvalidArgument, "InvalidCredentialsUri", Strings.CredentialsUriForm.FormatInvariant("The credentials URI"));

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
