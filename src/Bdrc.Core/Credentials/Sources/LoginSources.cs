using System.Text;
using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The CLI's CloudSSO login, exchanged in memory: the CLI's file is not changed.</summary>
internal sealed class CloudSsoSource(string name, CliProfile profile, CredentialContext context) : ICredentialSource
{
    public string Name => name;

    public string? AccountKey => profile.Text("cloud_sso_account_id");

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        if (profile.CachedSession(context) is { } cached)
            return cached;
        var token = profile.Required("access_token");
        profile.RefuseExpired("cloud_sso_access_token_expire", "CloudSSO", context);
        if (!TrustedAddress.TryParse(profile.Required("cloud_sso_sign_in_url"), out var signIn))
            throw CliProfile.Refuse(Strings.ProfileFieldFormat.FormatInvariant(profile.Name, "cloud_sso_sign_in_url"));

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

/// <summary>
/// The CLI's OAuth login, exchanged in memory. It is not refreshed: that would rotate the refresh token which the CLI holds.
/// </summary>
internal sealed class OAuthSource(string name, CliProfile profile, CredentialContext context) : ICredentialSource
{
    public string Name => name;

    public string? AccountKey => null;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        if (profile.CachedSession(context) is { } cached)
            return cached;
        var token = profile.Required("oauth_access_token");
        profile.RefuseExpired("oauth_access_token_expire", "OAuth", context);

        var site = context.OAuthAddress ?? profile.Required("oauth_site_type").ToUpperInvariant() switch
        {
            "CN" => new Uri("https://oauth.aliyun.com"),
            "INTL" => new Uri("https://oauth.alibabacloud.com"),
            _ => throw CliProfile.Refuse(Strings.ProfileFieldFormat.FormatInvariant(profile.Name, "oauth_site_type")),
        };
        var request = new IdentityRequest("OAuth", new Uri(site, "/v1/exchange"))
        {
            Method = "POST",
            Body = [],
            ContentType = "application/json",
            Headers = [new("authorization", "Bearer " + token)],
        };
        var response = await IdentityClient.SendAsync(context, request, cancellationToken).ConfigureAwait(false);
        return response.Credentials(response.Json());
    }
}
