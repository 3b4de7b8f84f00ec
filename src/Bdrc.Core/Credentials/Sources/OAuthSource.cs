using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>
/// Exchanges the OAuth login of the CLI for credentials. The login is not refreshed: that would invalidate the refresh token in the
/// CLI's file, which is not changed.
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
        profile.ThrowIfExpired("oauth_access_token_expire", "OAuth", context);

        var site = context.OAuthAddress ?? profile.Required("oauth_site_type").ToUpperInvariant() switch
        {
            "CN" => new Uri("https://oauth.aliyun.com"),
            "INTL" => new Uri("https://oauth.alibabacloud.com"),
            _ => throw ProfileError.FieldInvalid(profile.Name, "oauth_site_type"),
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
