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

/// <summary>Every form of credentials that the module takes, by name.</summary>
internal static class SecretForms
{
    public static IReadOnlyDictionary<string, SecretForm> All { get; } = new Dictionary<string, SecretForm>(StringComparer.Ordinal)
    {
        ["-AccessKeySecret as text"] = new(scene => Key(scene, "-AccessKeyId $id -AccessKeySecret $secret")) { HasKey = true },
        ["-AccessKeySecret as SecureString"] = new(scene => Key(scene, "-AccessKeyId $id -AccessKeySecret $secure")) { HasKey = true },
        ["-SecurityToken"] = new(scene => Key(scene, "-AccessKeyId $id -AccessKeySecret $secure -SecurityToken $token")) { HasKey = true, TemporaryKey = true },
        ["-Credential"] = new(scene => Key(scene, "-Credential $credential")) { HasKey = true },
        ["environment"] = new(scene => Variables(scene)) { HasKey = true },
        ["environment with a token"] = new(scene => Variables(scene)) { HasKey = true, TemporaryKey = true },
        ["profile AK"] = new(scene => scene.Profile(KeyFields(scene, "AK"))) { HasKey = true },
        ["profile StsToken"] = new(scene => scene.Profile(KeyFields(scene, "StsToken"))) { HasKey = true, TemporaryKey = true },
        ["profile RamRoleArn"] = new(scene => scene.Profile(WithRole(KeyFields(scene, "RamRoleArn"))), IdentityOperations.AssumeRole) { HasKey = true },
        ["profile ChainableRamRoleArn"] = new(
            scene => scene.Profile(WithRole(new JsonObject { ["mode"] = "ChainableRamRoleArn", ["source_profile"] = "base" })),
            IdentityOperations.AssumeRole)
        { HasKey = true },
        ["profile EcsRamRole"] = new(scene => Instance(scene, scene.Profile(new JsonObject { ["mode"] = "EcsRamRole" })), IdentityOperations.MetadataCredentials),
        ["profile RamRoleArnWithEcs"] = new(
            scene => Instance(scene, scene.Profile(WithRole(new JsonObject { ["mode"] = "RamRoleArnWithEcs" }))), IdentityOperations.AssumeRole),
        ["profile OIDC"] = new(OidcProfile, IdentityOperations.AssumeRoleWithOidc),
        ["profile CredentialsURI"] = new(
            scene => scene.Profile(new JsonObject { ["mode"] = "CredentialsURI", ["credentials_uri"] = new Uri(scene.Address, IdentityPaths.CredentialsUri).ToString() }),
            IdentityOperations.CredentialsUri),
        ["profile External"] = new(ExternalProfile) { HasKey = true },
        ["profile CloudSSO"] = new(CloudSso, IdentityOperations.CloudSso),
        ["profile OAuth"] = new(OAuth, IdentityOperations.OAuthExchange),
        ["profile in the ini file"] = new(
            scene => Ini(scene, $"type = access_key\naccess_key_id = {scene.KeyId}\naccess_key_secret = {scene.KeySecret}\n"))
        { HasKey = true },
        ["ini role"] = new(
            scene => Ini(scene, $"type = ram_role_arn\naccess_key_id = {scene.KeyId}\naccess_key_secret = {scene.KeySecret}\nrole_arn = {SecretScene.Role}\nrole_session_name = job\n"),
            IdentityOperations.AssumeRole)
        { HasKey = true },
        ["-RoleArn as a key"] = new(
            scene => Key(scene, $"-AccessKeyId $id -AccessKeySecret $secure -RoleArn {SecretScene.Role}"), IdentityOperations.AssumeRole)
        { HasKey = true },
        ["-RoleArn with an external id"] = new(ExternalId, IdentityOperations.AssumeRole) { HasKey = true },
        ["-RoleArn as a profile"] = new(
            scene => $"{scene.Profile(KeyFields(scene, "AK"))} -RoleArn {SecretScene.Role}", IdentityOperations.AssumeRole)
        { HasKey = true },
        ["-OidcTokenFile"] = new(OidcFile, IdentityOperations.AssumeRoleWithOidc),
        ["-EcsRamRole"] = new(scene => Instance(scene, "-EcsRamRole ''"), IdentityOperations.MetadataCredentials),
        ["-CredentialsUri"] = new(scene => "-CredentialsUri " + new Uri(scene.Address, IdentityPaths.CredentialsUri), IdentityOperations.CredentialsUri),
        ["-GitHubActions"] = new(scene => GitHub(scene), IdentityOperations.AssumeRoleWithOidc) { IsShown = false },
        ["-GitHubActions at its token service"] = new(scene => GitHub(scene), IdentityOperations.GitHubIdToken),
        ["-AzurePipelines"] = new(scene => Azure(scene), IdentityOperations.AssumeRoleWithOidc) { IsShown = false },
        ["-AzurePipelines at its token service"] = new(scene => Azure(scene), IdentityOperations.AzureIdToken),
    };

    private static string Key(SecretScene scene, string arguments)
    {
        var secure = Secure(scene.KeySecret);
        scene.Set("id", scene.KeyId);
        scene.Set("secret", scene.KeySecret);
        scene.Set("secure", secure);
        scene.Set("credential", new PSCredential(scene.KeyId, secure));
        if (scene.Token is not null)
            scene.Set("token", Secure(scene.Token));
        return arguments;
    }

    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var c in text)
            secure.AppendChar(c);
        return secure;
    }

    private static string Variables(SecretScene scene)
    {
        scene.Variables["ALIBABA_CLOUD_ACCESS_KEY_ID"] = scene.KeyId;
        scene.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = scene.KeySecret;
        if (scene.Token is not null)
            scene.Variables["ALIBABA_CLOUD_SECURITY_TOKEN"] = scene.Token;
        return string.Empty;
    }

    private static JsonObject KeyFields(SecretScene scene, string mode)
    {
        var fields = new JsonObject { ["mode"] = mode, ["access_key_id"] = scene.KeyId, ["access_key_secret"] = scene.KeySecret };
        if (scene.Token is not null)
            fields["sts_token"] = scene.Token;
        return fields;
    }

    private static JsonObject WithRole(JsonObject fields)
    {
        fields["ram_role_arn"] = SecretScene.Role;
        fields["ram_session_name"] = "job";
        return fields;
    }

    private static string Instance(SecretScene scene, string arguments)
    {
        scene.Variables.Remove("ALIBABA_CLOUD_ECS_METADATA_DISABLED");
        return arguments;
    }

    private static string OidcProfile(SecretScene scene) => scene.Profile(WithRole(new JsonObject
    {
        ["mode"] = "OIDC",
        ["oidc_provider_arn"] = IdentityServices.OidcProviderArn(IdTokenIssuer.Kubernetes),
        ["oidc_token_file"] = IdTokenFile(scene),
    }));

    private static string OidcFile(SecretScene scene) =>
        $"-OidcTokenFile '{IdTokenFile(scene)}' -RoleArn {SecretScene.Role} -OidcProviderArn {IdentityServices.OidcProviderArn(IdTokenIssuer.Kubernetes)}";

    private static string IdTokenFile(SecretScene scene) =>
        scene.Write("id/token", scene.Planted.Add("the id token", scene.Identity.IssueIdToken(IdTokenIssuer.Kubernetes)) + "\n");

    private static string ExternalProfile(SecretScene scene)
    {
        var answer = scene.Write("answer.json", KeyFields(scene, "AK").ToJsonString());
        return scene.Profile(new JsonObject
        {
            ["mode"] = "External",
            ["process_command"] = OperatingSystem.IsWindows() ? $"cmd /d /c type \"{answer}\"" : $"cat '{answer}'",
        });
    }

    private static string CloudSso(SecretScene scene)
    {
        var login = scene.Identity.LogInToCloudSso();
        return scene.Profile(new JsonObject
        {
            ["mode"] = "CloudSSO",
            ["cloud_sso_sign_in_url"] = scene.Address.ToString(),
            ["cloud_sso_account_id"] = "1580000000000001",
            ["cloud_sso_access_config"] = IdentityServices.CloudSsoAccessConfigurationId,
            ["access_token"] = scene.Planted.Add("the CloudSSO access token", login.AccessToken),
            ["cloud_sso_access_token_expire"] = Seconds(login),
        });
    }

    private static string OAuth(SecretScene scene)
    {
        var login = scene.Identity.LogInToOAuth();
        return scene.Profile(new JsonObject
        {
            ["mode"] = "OAuth",
            ["oauth_site_type"] = "CN",
            ["oauth_access_token"] = scene.Planted.Add("the OAuth access token", login.AccessToken),
            ["oauth_refresh_token"] = scene.Planted.Add("the OAuth refresh token", login.RefreshToken!),
            ["oauth_access_token_expire"] = Seconds(login),
        });
    }

    private static string Seconds(SandboxLogin login) => login.Expiration.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Ini(SecretScene scene, string fields)
    {
        scene.Write(".alibabacloud/credentials", "[p]\n" + fields);
        return "-ProfileName p";
    }

    private static string ExternalId(SecretScene scene)
    {
        scene.Set("external", scene.Planted.Add("the external id", "planted/external+id"));
        scene.Identity.Roles.Add(new SandboxRole("bdrc-runner") { ExternalId = "planted/external+id" });
        return Key(scene, $"-Credential $credential -RoleArn {SecretScene.Role} -ExternalId $external");
    }

    private static string GitHub(SecretScene scene)
    {
        scene.Identity.GitHubRequestToken = scene.Planted.Add("GitHub's request token", "planted.github.request.token-0123456789");
        scene.Variables["ACTIONS_ID_TOKEN_REQUEST_URL"] = new Uri(scene.Address, IdentityPaths.GitHubIdToken + "?api-version=2.0").ToString();
        scene.Variables["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = scene.Identity.GitHubRequestToken;
        return $"-GitHubActions -RoleArn {SecretScene.Role} -OidcProviderArn {IdentityServices.OidcProviderArn(IdTokenIssuer.GitHub)}";
    }

    private static string Azure(SecretScene scene)
    {
        scene.Identity.AzureAccessToken = scene.Planted.Add("Azure's access token", "planted.azure.access.token-0123456789");
        scene.Variables["SYSTEM_OIDCREQUESTURI"] = new Uri(scene.Address, IdentityPaths.AzureIdToken).ToString();
        scene.Variables["SYSTEM_ACCESSTOKEN"] = scene.Identity.AzureAccessToken;
        return $"-AzurePipelines -RoleArn {SecretScene.Role} -OidcProviderArn {IdentityServices.OidcProviderArn(IdTokenIssuer.AzureDevOps)}";
    }
}
