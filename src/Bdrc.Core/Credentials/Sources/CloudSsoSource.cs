using System.Text;
using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The CLI's CloudSSO login, exchanged in memory: the file stays as the CLI wrote it.</summary>
internal sealed class CloudSsoSource(string name, CliProfile profile, CredentialContext environment) : ICredentialSource
{
    public string Name => name;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        if (profile.CachedSession(environment) is { } cached)
            return cached;
        var token = profile.Required("access_token");
        if (profile.Time("cloud_sso_access_token_expire") is { } end && end <= environment.Clock.GetUtcNow())
            throw new BdrcException(BdrcErrorKind.Authentication, "LoginExpired", Strings.LoginExpired.FormatInvariant(profile.Name, "CloudSSO"));
        if (!CredentialAddress.TryParse(profile.Required("cloud_sso_sign_in_url"), out var signIn))
            throw CliProfile.Refuse(Strings.ProfileFieldForm.FormatInvariant(profile.Name, "cloud_sso_sign_in_url"));

        var body = Body();
        var answer = await IdentityHttp.SendAsync(
            environment,
            $"CloudSSO at {signIn.Authority}",
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(signIn, "/cloud-credentials")) { Content = new ByteArrayContent(body) };
                request.Content.Headers.TryAddWithoutValidation("content-type", "application/json");
                request.Headers.TryAddWithoutValidation("authorization", "Bearer " + token);
                return request;
            },
            IdentityHttp.UsualTimeout,
            1,
            cancellationToken).ConfigureAwait(false);
        return answer.Lease(JsonFields.Element(answer.Json(), "CloudCredential") ?? throw answer.Unreadable());
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
