using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text.Json.Nodes;
using Bdrc.Sandbox.Server.Identity;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Logins;
using Bdrc.Sandbox.Server.Identity.Roles;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>Every form of credentials that the module accepts, by name.</summary>
internal static class CredentialForms
{
    private const string KeyArguments = "-AccessKeyId $id -AccessKeySecret $secure";

    public static IReadOnlyDictionary<string, CredentialForm> All { get; } = new Dictionary<string, CredentialForm>(StringComparer.Ordinal)
    {
        ["-AccessKeySecret as text"] = OfKey(scenario => Key(scenario, "-AccessKeyId $id -AccessKeySecret $secret")),
        ["-AccessKeySecret as SecureString"] = OfKey(scenario => Key(scenario, KeyArguments)),
        ["-SecurityToken"] = OfTemporaryKey(scenario => Key(scenario, KeyArguments + " -SecurityToken $token")),
        ["-Credential"] = OfKey(scenario => Key(scenario, "-Credential $credential")),
        ["environment"] = OfKey(Variables),
        ["environment with a token"] = OfTemporaryKey(Variables),
        ["profile AK"] = OfKey(scenario => scenario.Profile(KeyFields(scenario, "AK"))),
        ["profile StsToken"] = OfTemporaryKey(scenario => scenario.Profile(KeyFields(scenario, "StsToken"))),
        ["profile RamRoleArn"] = OfRole(scenario => scenario.Profile(WithRole(KeyFields(scenario, "RamRoleArn")))),
        ["profile ChainableRamRoleArn"] = OfRole(scenario =>
            scenario.Profile(WithRole(new JsonObject { ["mode"] = "ChainableRamRoleArn", ["source_profile"] = "base" }))),
        ["profile EcsRamRole"] = new(
            scenario => Instance(scenario, scenario.Profile(new JsonObject { ["mode"] = "EcsRamRole" })),
            IdentityOperations.MetadataCredentials),
        ["profile RamRoleArnWithEcs"] = new(
            scenario => Instance(scenario, scenario.Profile(WithRole(new JsonObject { ["mode"] = "RamRoleArnWithEcs" }))),
            IdentityOperations.AssumeRole),
        ["profile OIDC"] = new(OidcProfile, IdentityOperations.AssumeRoleWithOidc),
        ["profile CredentialsURI"] = new(
            scenario => scenario.Profile(new JsonObject { ["mode"] = "CredentialsURI", ["credentials_uri"] = CredentialsUri(scenario) }),
            IdentityOperations.CredentialsUri),
        ["profile External"] = OfKey(ExternalProfile),
        ["profile CloudSSO"] = new(CloudSso, IdentityOperations.CloudSso),
        ["profile OAuth"] = new(OAuth, IdentityOperations.OAuthExchange),
        ["profile in the ini file"] = OfKey(scenario => Ini(scenario, "type = access_key\n")),
        ["ini role"] = OfRole(scenario =>
            Ini(scenario, $"type = ram_role_arn\nrole_arn = {SecretScenario.Role}\nrole_session_name = job\n")),
        ["-RoleArn as a key"] = OfRole(scenario => Key(scenario, $"{KeyArguments} -RoleArn {SecretScenario.Role}")),
        ["-RoleArn with an external id"] = OfRole(ExternalId),
        ["-RoleArn as a profile"] = OfRole(scenario => $"{scenario.Profile(KeyFields(scenario, "AK"))} -RoleArn {SecretScenario.Role}"),
        ["-OidcTokenFile"] = new(OidcFile, IdentityOperations.AssumeRoleWithOidc),
        ["-EcsRamRole"] = new(scenario => Instance(scenario, "-EcsRamRole ''"), IdentityOperations.MetadataCredentials),
        ["-CredentialsUri"] = new(scenario => "-CredentialsUri " + CredentialsUri(scenario), IdentityOperations.CredentialsUri),
        ["-GitHubActions"] = new(GitHub, IdentityOperations.AssumeRoleWithOidc) { ServiceReceivesSecrets = false },
        ["-GitHubActions at its token service"] = new(GitHub, IdentityOperations.GitHubIdToken),
        ["-AzurePipelines"] = new(Azure, IdentityOperations.AssumeRoleWithOidc) { ServiceReceivesSecrets = false },
        ["-AzurePipelines at its token service"] = new(Azure, IdentityOperations.AzureIdToken),
    };

    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var c in text)
            secure.AppendChar(c);
        return secure;
    }

    private static CredentialForm OfKey(Func<SecretScenario, string> prepare) => new(prepare) { UsesKey = true };

    private static CredentialForm OfTemporaryKey(Func<SecretScenario, string> prepare) =>
        new(prepare) { UsesKey = true, TemporaryKey = true };

    private static CredentialForm OfRole(Func<SecretScenario, string> prepare) =>
        new(prepare, IdentityOperations.AssumeRole) { UsesKey = true };

    private static string CredentialsUri(SecretScenario scenario) => new Uri(scenario.Address, IdentityPaths.CredentialsUri).ToString();

    private static string Key(SecretScenario scenario, string arguments)
    {
        var secure = Secure(scenario.KeySecret);
        scenario.Set("id", scenario.KeyId);
        scenario.Set("secret", scenario.KeySecret);
        scenario.Set("secure", secure);
        scenario.Set("credential", new PSCredential(scenario.KeyId, secure));
        if (scenario.Token is not null)
            scenario.Set("token", Secure(scenario.Token));
        return arguments;
    }

    private static string Variables(SecretScenario scenario)
    {
        scenario.Variables["ALIBABA_CLOUD_ACCESS_KEY_ID"] = scenario.KeyId;
        scenario.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = scenario.KeySecret;
        if (scenario.Token is not null)
            scenario.Variables["ALIBABA_CLOUD_SECURITY_TOKEN"] = scenario.Token;
        return string.Empty;
    }

    private static JsonObject KeyFields(SecretScenario scenario, string mode)
    {
        var fields = new JsonObject { ["mode"] = mode, ["access_key_id"] = scenario.KeyId, ["access_key_secret"] = scenario.KeySecret };
        if (scenario.Token is not null)
            fields["sts_token"] = scenario.Token;
        return fields;
    }

    private static JsonObject WithRole(JsonObject fields)
    {
        fields["ram_role_arn"] = SecretScenario.Role;
        fields["ram_session_name"] = "job";
        return fields;
    }

    private static string Instance(SecretScenario scenario, string arguments)
    {
        scenario.Variables.Remove("ALIBABA_CLOUD_ECS_METADATA_DISABLED");
        return arguments;
    }

    private static string OidcProfile(SecretScenario scenario) => scenario.Profile(WithRole(new JsonObject
    {
        ["mode"] = "OIDC",
        ["oidc_provider_arn"] = IdentityServices.OidcProviderArn(IdTokenIssuer.Kubernetes),
        ["oidc_token_file"] = IdTokenFile(scenario),
    }));

    private static string OidcFile(SecretScenario scenario) =>
        $"-OidcTokenFile '{IdTokenFile(scenario)}' {RoleOf(IdTokenIssuer.Kubernetes)}";

    private static string RoleOf(IdTokenIssuer issuer) =>
        $"-RoleArn {SecretScenario.Role} -OidcProviderArn {IdentityServices.OidcProviderArn(issuer)}";

    private static string IdTokenFile(SecretScenario scenario)
    {
        var token = scenario.Identity.IssueIdToken(IdTokenIssuer.Kubernetes);
        return scenario.Write("id/token", scenario.Planted.Add("the id token", token) + "\n");
    }

    private static string ExternalProfile(SecretScenario scenario)
    {
        var response = scenario.Write("response.json", KeyFields(scenario, "AK").ToJsonString());
        return scenario.Profile(new JsonObject
        {
            ["mode"] = "External",
            ["process_command"] = OperatingSystem.IsWindows() ? $"cmd /d /c type \"{response}\"" : $"cat '{response}'",
        });
    }

    private static string CloudSso(SecretScenario scenario)
    {
        var login = scenario.Identity.LogInToCloudSso();
        return scenario.Profile(new JsonObject
        {
            ["mode"] = "CloudSSO",
            ["cloud_sso_sign_in_url"] = scenario.Address.ToString(),
            ["cloud_sso_account_id"] = "1580000000000001",
            ["cloud_sso_access_config"] = IdentityServices.CloudSsoAccessConfigurationId,
            ["access_token"] = scenario.Planted.Add("the CloudSSO access token", login.AccessToken),
            ["cloud_sso_access_token_expire"] = Seconds(login),
        });
    }

    private static string OAuth(SecretScenario scenario)
    {
        var login = scenario.Identity.LogInToOAuth();
        return scenario.Profile(new JsonObject
        {
            ["mode"] = "OAuth",
            ["oauth_site_type"] = "CN",
            ["oauth_access_token"] = scenario.Planted.Add("the OAuth access token", login.AccessToken),
            ["oauth_refresh_token"] = scenario.Planted.Add("the OAuth refresh token", login.RefreshToken!),
            ["oauth_access_token_expire"] = Seconds(login),
        });
    }

    private static string Seconds(SandboxLogin login) => login.Expiration.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Ini(SecretScenario scenario, string fields)
    {
        scenario.Write(
            ".alibabacloud/credentials",
            $"[p]\n{fields}access_key_id = {scenario.KeyId}\naccess_key_secret = {scenario.KeySecret}\n");
        return "-ProfileName p";
    }

    private static string ExternalId(SecretScenario scenario)
    {
        scenario.Set("external", scenario.Planted.Add("the external id", "planted/external+id"));
        scenario.Identity.Roles.Add(new SandboxRole("bdrc-runner") { ExternalId = "planted/external+id" });
        return Key(scenario, $"-Credential $credential -RoleArn {SecretScenario.Role} -ExternalId $external");
    }

    private static string GitHub(SecretScenario scenario)
    {
        const string Token = "planted.github.request.token-0123456789";
        scenario.Identity.GitHubRequestToken = scenario.Planted.Add("GitHub's request token", Token);
        var url = new Uri(scenario.Address, IdentityPaths.GitHubIdToken + "?api-version=2.0");
        scenario.Variables["ACTIONS_ID_TOKEN_REQUEST_URL"] = url.ToString();
        scenario.Variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = scenario.Identity.GitHubRequestToken;
        return "-GitHubActions " + RoleOf(IdTokenIssuer.GitHub);
    }

    private static string Azure(SecretScenario scenario)
    {
        scenario.Identity.AzureAccessToken = scenario.Planted.Add("Azure's access token", "planted.azure.access.token-0123456789");
        scenario.Variables["SYSTEM_OIDCREQUESTURI"] = new Uri(scenario.Address, IdentityPaths.AzureIdToken).ToString();
        scenario.Variables["SYSTEM_ACCESSTOKEN"] = scenario.Identity.AzureAccessToken;
        return "-AzurePipelines " + RoleOf(IdTokenIssuer.AzureDevOps);
    }
}

/// <summary>One form of credentials: how a test sets it up, and which failures apply to it.</summary>
/// <param name="Prepare">Sets it up and returns the arguments of Connect-Bdrc.</param>
/// <param name="Service">The fault name of the identity service that it calls; null when it calls none.</param>
internal sealed record CredentialForm(Func<SecretScenario, string> Prepare, string? Service = null)
{
    /// <summary>Whether the sandbox's own key is temporary, with a token.</summary>
    public bool TemporaryKey { get; init; }

    /// <summary>Whether the identity service receives the planted secrets, so that its responses could echo them.</summary>
    public bool ServiceReceivesSecrets { get; init; } = true;

    /// <summary>Whether the user's key takes part, so that a wrong secret makes the call fail.</summary>
    public bool UsesKey { get; init; }
}
