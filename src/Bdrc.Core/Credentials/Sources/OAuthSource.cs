using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>
/// The CLI's OAuth login, exchanged in memory. It is not refreshed: that would rotate the refresh token under the CLI.
/// </summary>
internal sealed class OAuthSource(string name, CliProfile profile, CredentialContext environment) : ICredentialSource
{
    public string Name => name;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        if (profile.CachedSession(environment) is { } cached)
            return cached;
        var token = profile.Required("oauth_access_token");
        if (profile.Time("oauth_access_token_expire") is { } end && end <= environment.Clock.GetUtcNow())
            throw new BdrcException(BdrcErrorKind.Authentication, "LoginExpired", Strings.LoginExpired.FormatInvariant(profile.Name, "OAuth"));

        var site = environment.OAuthAddress ?? profile.Required("oauth_site_type").ToUpperInvariant() switch
        {
            "CN" => new Uri("https://oauth.aliyun.com"),
            "INTL" => new Uri("https://oauth.alibabacloud.com"),
            _ => throw CliProfile.Refuse(Strings.ProfileFieldForm.FormatInvariant(profile.Name, "oauth_site_type")),
        };
        var answer = await IdentityHttp.SendAsync(
            environment,
            $"OAuth at {site.Authority}",
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site, "/v1/exchange")) { Content = new ByteArrayContent([]) };
                request.Content.Headers.TryAddWithoutValidation("content-type", "application/json");
                request.Headers.TryAddWithoutValidation("authorization", "Bearer " + token);
                return request;
            },
            IdentityHttp.UsualTimeout,
            1,
            cancellationToken).ConfigureAwait(false);
        return answer.Lease(answer.Json());
    }
}
