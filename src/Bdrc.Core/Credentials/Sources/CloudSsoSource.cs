using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Exchanges the CloudSSO login of the CLI for credentials. The CLI's file is not changed.</summary>
internal sealed class CloudSsoSource(string name, CliProfile profile, CredentialContext context) : ICredentialSource
{
    public string Name => name;

    public string? AccountKey => profile.Text("cloud_sso_account_id");

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        if (profile.CachedSession(context) is { } cached)
            return cached;
        var token = profile.Required("access_token");
        profile.ThrowIfExpired("cloud_sso_access_token_expire", "CloudSSO", context);
        if (!TrustedAddress.TryParse(profile.Required("cloud_sso_sign_in_url"), out var signIn))
            throw ProfileError.FieldInvalid(profile.Name, "cloud_sso_sign_in_url");

        var request = new IdentityRequest("CloudSSO", new Uri(signIn, "/cloud-credentials"))
        {
            Method = "POST",
            Body = Body(),
            ContentType = "application/json",
            Headers = [new("authorization", "Bearer " + token)],
        };
        var response = await IdentityClient.SendAsync(context, request, cancellationToken).ConfigureAwait(false);
        return response.Credentials(JsonFields.Element(response.Json(), "CloudCredential") ?? throw response.Unreadable());
    }

    private byte[] Body()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("AccountId", profile.Required("cloud_sso_account_id"));
            writer.WriteString("AccessConfigurationId", profile.Required("cloud_sso_access_config"));
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
