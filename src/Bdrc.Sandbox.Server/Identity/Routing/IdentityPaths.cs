namespace Bdrc.Sandbox.Server.Identity.Routing;

/// <summary>
/// The paths of the identity services. Each is under <see cref="Prefix"/>, so that one loopback address serves all of them:
/// <c>http://127.0.0.1:5080/identity/sts</c>. Services that clients call at a fixed path are served there too:
/// <list type="bullet">
/// <item>STS at <c>/</c>, for requests with version 2015-04-01 (header <c>x-acs-version</c> or query <c>Version</c>) and for hosts
/// that begin with <c>sts.</c> or <c>sts-vpc.</c>;</item>
/// <item>instance metadata at <c>/latest/</c>;</item>
/// <item>CloudSSO at <c>/cloud-credentials</c>;</item>
/// <item>OAuth at <c>/v1/exchange</c> and <c>/v1/token</c>.</item>
/// </list>
/// </summary>
public static class IdentityPaths
{
    /// <summary>The beginning of all paths.</summary>
    public const string Prefix = "/identity";

    /// <summary>STS 2015-04-01: AssumeRole, AssumeRoleWithOIDC, GetCallerIdentity.</summary>
    public const string Sts = Prefix + "/sts";

    /// <summary>Instance metadata: <c>/latest/api/token</c> and <c>/latest/meta-data/ram/security-credentials/</c> follow.</summary>
    public const string Metadata = Prefix + "/metadata";

    /// <summary>For <c>ALIBABA_CLOUD_CREDENTIALS_URI</c>.</summary>
    public const string CredentialsUri = Prefix + "/credentials";

    /// <summary>For <c>ACTIONS_ID_TOKEN_REQUEST_URL</c>. The query names the audience: <c>?audience=sts.aliyuncs.com</c>.</summary>
    public const string GitHubIdToken = Prefix + "/github/token";

    /// <summary>For <c>SYSTEM_OIDCREQUESTURI</c>.</summary>
    public const string AzureIdToken = Prefix + "/azure/oidctoken";

    /// <summary>For <c>cloud_sso_sign_in_url</c>; <c>/cloud-credentials</c> follows.</summary>
    public const string CloudSso = Prefix + "/cloudsso";

    /// <summary>OAuth: <c>/v1/exchange</c> and <c>/v1/token</c> follow.</summary>
    public const string OAuth = Prefix + "/oauth";
}
