using System.Text;
using Bdrc.Sandbox.Server.Identity;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Tests.Clients;
using CsCheck;

namespace Bdrc.Sandbox.Server.Tests.Identity;

public sealed class IdentityProperties
{
    private static readonly IdentityServices Identity = Create();
    private static readonly Gen<string> Method = Any("GET", "POST", "PUT", "DELETE", "", "x");

    private static readonly Gen<string> Path = Gen.OneOf(
        Any(
            "/", "", IdentityPaths.Prefix, IdentityPaths.Sts, IdentityPaths.CredentialsUri, IdentityPaths.GitHubIdToken,
            IdentityPaths.AzureIdToken,
            IdentityPaths.CloudSso + "/cloud-credentials", IdentityPaths.OAuth + "/v1/exchange", IdentityPaths.OAuth + "/v1/token"),
        Gen.Select(Any(IdentityPaths.Metadata, ""), Any("/latest", "/latest/api/token", "/latest/meta-data/ram/security-credentials/"))
            .Select((prefix, path) => prefix + path),
        Gen.Select(Any(IdentityPaths.Prefix, IdentityPaths.Metadata + "/latest/meta-data/ram/security-credentials/", "/latest"), Gen.String)
            .Select((prefix, more) => prefix + more));

    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.String,
        Any(
            "2015-04-01", "AssumeRole", "AssumeRoleWithOIDC", "GetCallerIdentity", IdentityRequests.RoleArn,
            "tester", "900", "-1", "99999999999", "%", "%ud8", "%ED%A0%80",
            "bearer sandbox-github-request-token", "Bearer sandbox-azure-access-token",
            "ACS3-HMAC-SHA256 Credential=,SignedHeaders=;,Signature=",
            "ACS3-HMAC-SHA256 Credential=LTAI5tBdrcSandboxKey0001,SignedHeaders=host;x-acs-date,Signature=0",
            "application/x-www-form-urlencoded",
            "{\"Statement\":1}", "{\"\\ud800\":1}", "refresh_token", "HMAC-SHA1", "1.0", "LTAI5tBdrcSandboxKey0001",
            "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"));

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.String,
        Any(
            "Action", "Version", "RoleArn", "RoleSessionName", "DurationSeconds", "Policy", "ExternalId", "OIDCToken",
            "OIDCProviderArn", "audience",
            "api-version", "serviceConnectionId", "grant_type", "refresh_token", "client_id", "Signature",
            "SignatureMethod", "SignatureVersion", "SignatureNonce", "Timestamp", "AccessKeyId", "SecurityToken"));

    private static readonly Gen<string> Header = Gen.OneOf(
        Gen.String,
        Any(
            "authorization", "content-type", "x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256",
            "x-acs-security-token", "x-aliyun-ecs-metadata-token-ttl-seconds", "x-aliyun-ecs-metadata-token"));

    private static readonly Gen<KeyValuePair<string, string>> Parameter =
        Gen.Select(Name, Value).Select((name, value) => new KeyValuePair<string, string>(name, value));

    private static readonly Gen<string> Pairs = Parameter.Array[0, 6]
        .Select(all => string.Join('&', all.Select(pair => pair.Key + "=" + pair.Value)));

    private static readonly Gen<byte[]> Body = Gen.OneOf(
        Pairs.Select(Encoding.UTF8.GetBytes),
        Gen.Byte.Array,
        Any("{}", "{\"AccountId\":\"\\ud800\"}", "[").Select(Encoding.UTF8.GetBytes));

    [Fact]
    public void No_request_makes_an_identity_service_throw()
    {
        var identity = Create();
        var token = identity.LogInToCloudSso().AccessToken;
        Gen.Select(Method, Path, Pairs, Gen.Select(Header, Gen.OneOf(Value, Gen.Const("Bearer " + token))).Array[0, 12], Body)
            .Sample(
                (method, path, query, headers, body) =>
                {
                    var request = new SandboxRequest(
                        method,
                        path + "?" + query,
                        "127.0.0.1",
                        [.. headers.Select(h => new KeyValuePair<string, string>(h.Item1, h.Item2))],
                        body);
                    var response = identity.HandleAsync(request, CancellationToken.None);
                    return response.IsCompletedSuccessfully && response.Result.StatusCode is >= 200 and < 500;
                },
                iter: 20_000,
                threads: 1);
    }

    [Fact]
    public void Accepts_exactly_the_valid_session_names() => Gen.String[Gen.Char[' ', '~'], 0, 70].Sample(name =>
    {
        var allowed = name.Length is >= 2 and <= 64
            && name.All(c => char.IsAsciiLetterOrDigit(c) || ".@_-".Contains(c, StringComparison.Ordinal));
        return allowed == AcceptsName(name);
    });

    private static Gen<string> Any(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool AcceptsName(string name)
    {
        var token = Identity.IssueIdToken(IdTokenIssuer.Kubernetes);
        var provider = IdentityServices.OidcProviderArn(IdTokenIssuer.Kubernetes);
        var form = $"RoleArn={IdentityRequests.RoleArn}&OIDCToken={token}&OIDCProviderArn={provider}"
            + "&RoleSessionName=" + Uri.EscapeDataString(name);
        var request = new SandboxRequest(
            "POST",
            IdentityPaths.Sts + "?Version=2015-04-01&Action=AssumeRoleWithOIDC",
            "127.0.0.1",
            [new("content-type", "application/x-www-form-urlencoded")],
            Encoding.UTF8.GetBytes(form));
        var response = Identity.HandleAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        return response.StatusCode == 200 && response.Text.Contains($"assumed-role/bdrc-operator/{name}\"", StringComparison.Ordinal);
    }

    private static IdentityServices Create() => new(new BdrcSandbox(new SandboxOptions { Resources = 0 }));
}
