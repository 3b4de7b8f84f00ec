using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Reads credentials from a URI that a container or a tool serves.</summary>
internal sealed class CredentialsUriSource(string name, string address, CredentialContext context) : ICredentialSource
{
    public string Name => name;

    public string? AccountKey => null;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        if (context.IsOn("ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS"))
        {
            throw new BdrcException(
                BdrcErrorKind.Authentication, "CredentialsUriDisabled", Strings.ExternalDisabled.FormatInvariant("CredentialsURI"));
        }

        if (!TrustedAddress.TryParse(address, out var uri))
        {
            throw new BdrcException(
                BdrcErrorKind.InvalidArgument,
                "InvalidCredentialsUri",
                Strings.CredentialsUriFormat.FormatInvariant(Strings.CredentialsUriGiven));
        }

        var request = new IdentityRequest(Strings.CredentialsUri, uri);
        var response = await IdentityClient.SendAsync(context, request, cancellationToken).ConfigureAwait(false);
        var json = response.Json();
        return response.Status == 200 && JsonFields.Text(json, "Code") == "Success"
            ? response.Credentials(json)
            : throw response.Unreadable();
    }
}
