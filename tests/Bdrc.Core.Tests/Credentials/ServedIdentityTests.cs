using System.Globalization;
using Bdrc.Core.Contexts;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server.Identity;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>Fetches temporary credentials from every source over a real socket, calls BDRC with them, and checks the errors.</summary>
public sealed class ServedIdentityTests
{
    private static readonly Dictionary<string, SourceCase> Cases = new(StringComparer.Ordinal)
    {
        ["-RoleArn"] = new(IdentityOperations.AssumeRole, served => new ContextRequest
        {
            AccessKeyId = "LTAI5tBdrcSandboxKey0001",
            AccessKeySecret = "planted-secret-of-the-user",
            RoleArn = ServedIdentity.Role,
        }),
        ["profile RamRoleArn"] = new(IdentityOperations.AssumeRole, served =>
        {
            served.WriteProfile(
                $"""
                "mode":"RamRoleArn","access_key_id":"LTAI5tBdrcSandboxKey0001","access_key_secret":"planted-secret-of-the-user",
                "ram_role_arn":"{ServedIdentity.Role}","ram_session_name":"test"
                """);
            return new ContextRequest { ProfileName = "p" };
        }),
        ["-GitHubActions"] = new(IdentityOperations.AssumeRoleWithOidc, served =>
        {
            SetGitHubVariables(served);
            return new ContextRequest
            {
                GitHubActions = true,
                RoleArn = ServedIdentity.Role,
                OidcProviderArn = Provider(IdTokenIssuer.GitHub),
            };
        }),
        ["default chain in a GitHub job"] = new(IdentityOperations.AssumeRoleWithOidc, served =>
        {
            SetGitHubVariables(served);
            served.Variables["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true";
            served.Variables["ALIBABA_CLOUD_ROLE_ARN"] = ServedIdentity.Role;
            served.Variables["ALIBABA_CLOUD_OIDC_PROVIDER_ARN"] = Provider(IdTokenIssuer.GitHub);
            return new ContextRequest();
        }),
        ["-AzurePipelines"] = new(IdentityOperations.AssumeRoleWithOidc, served =>
        {
            served.Variables["SYSTEM_OIDCREQUESTURI"] = new Uri(served.Address, IdentityPaths.AzureIdToken).ToString();
            served.Variables["SYSTEM_ACCESSTOKEN"] = served.Identity.AzureAccessToken;
            return new ContextRequest
            {
                AzurePipelines = true,
                RoleArn = ServedIdentity.Role,
                OidcProviderArn = Provider(IdTokenIssuer.AzureDevOps),
            };
        }),
        ["-OidcTokenFile"] = new(IdentityOperations.AssumeRoleWithOidc, served =>
        {
            served.FileTexts["/var/token"] = served.Identity.IssueIdToken(IdTokenIssuer.Kubernetes);
            return new ContextRequest
            {
                OidcTokenFile = "/var/token",
                RoleArn = ServedIdentity.Role,
                OidcProviderArn = Provider(IdTokenIssuer.Kubernetes),
            };
        }),
        ["-EcsRamRole"] = new(IdentityOperations.MetadataCredentials, _ => new ContextRequest { EcsRamRole = string.Empty }),
        ["default chain on an instance"] = new(IdentityOperations.MetadataCredentials, _ => new ContextRequest()),
        ["-CredentialsUri"] = new(
            IdentityOperations.CredentialsUri,
            served => new ContextRequest { CredentialsUri = new Uri(served.Address, IdentityPaths.CredentialsUri).ToString() }),
        ["profile CloudSSO"] = new(IdentityOperations.CloudSso, served =>
        {
            var login = served.Identity.LogInToCloudSso();
            served.WriteProfile(
                $"""
                "mode":"CloudSSO","cloud_sso_sign_in_url":"{served.Address}","cloud_sso_account_id":"1580000000000001",
                "cloud_sso_access_config":"{IdentityServices.CloudSsoAccessConfigurationId}",
                "access_token":"{login.AccessToken}","cloud_sso_access_token_expire":{Seconds(login.Expiration)}
                """);
            return new ContextRequest { ProfileName = "p" };
        }),
        ["profile OAuth"] = new(IdentityOperations.OAuthExchange, served =>
        {
            var login = served.Identity.LogInToOAuth();
            served.WriteProfile(
                $"""
                "mode":"OAuth","oauth_site_type":"CN","oauth_access_token":"{login.AccessToken}",
                "oauth_access_token_expire":{Seconds(login.Expiration)},"oauth_refresh_token":"{login.RefreshToken}"
                """);
            return new ContextRequest { ProfileName = "p" };
        }),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string, string> Refusals
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var source in Cases.Keys)
            {
                foreach (var fault in Faults.Keys)
                    rows.Add(source, fault);
            }

            return rows;
        }
    }

    private static Dictionary<string, Fault> Faults => new(StringComparer.Ordinal)
    {
        ["403"] = Fault.Status(403),
        ["a page"] = Fault.Raw(200, "text/html", "<html>login</html>"),
        ["garbage"] = Fault.Raw(200, "application/json", "{]"),
        ["nothing"] = Fault.Raw(200, null, string.Empty),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fetches_credentials_that_BDRC_accepts(string name)
    {
        await using var served = await ServedIdentity.StartAsync();

        await served.CallAsync(Cases[name].Prepare(served));

        var sent = served.Sandbox.Requests.Last(request => request.Action == "DescribeTasks");
        Assert.StartsWith("STS.", sent.Header("x-acs-accesskey-id"), StringComparison.Ordinal);
        Assert.NotNull(sent.Header("x-acs-security-token"));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Reports_the_cause_without_a_secret(string name, string fault)
    {
        await using var served = await ServedIdentity.StartAsync();
        var request = Cases[name].Prepare(served);
        served.Sandbox.Faults.Add(Faults[fault], Cases[name].Operation, times: 20);

        var failure = await Assert.ThrowsAsync<BdrcException>(() => served.CallAsync(request));

        Assert.True(failure.Kind is BdrcErrorKind.Authentication or BdrcErrorKind.InvalidResponse, failure.Kind.ToString());
        Assert.DoesNotContain(served.Sandbox.Requests, sent => sent.Action == "DescribeTasks");
        var text = string.Join('\n', served.Diagnostics) + failure;
        Assert.DoesNotContain("planted-secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(served.Identity.GitHubRequestToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain(served.Identity.AzureAccessToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("JsonReader", failure.Message, StringComparison.Ordinal);
    }

    private static void SetGitHubVariables(ServedIdentity served)
    {
        served.Variables["ACTIONS_ID_TOKEN_REQUEST_URL"] =
            new Uri(served.Address, IdentityPaths.GitHubIdToken + "?api-version=2.0").ToString();
        served.Variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = served.Identity.GitHubRequestToken;
    }

    private static string Provider(IdTokenIssuer issuer) => IdentityServices.OidcProviderArn(issuer);

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private sealed record SourceCase(string Operation, Func<ServedIdentity, ContextRequest> Prepare);
}
