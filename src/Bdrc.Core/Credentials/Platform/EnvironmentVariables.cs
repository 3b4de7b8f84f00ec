namespace Bdrc.Core.Credentials.Platform;

/// <summary>The preferred names of environment variables, which the official SDKs use as well.</summary>
public static class EnvironmentNames
{
    /// <summary>Access key id.</summary>
    public const string AccessKeyId = "ALIBABA_CLOUD_ACCESS_KEY_ID";

    /// <summary>Access key secret.</summary>
    public const string AccessKeySecret = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";

    /// <summary>Security token of a temporary key.</summary>
    public const string SecurityToken = "ALIBABA_CLOUD_SECURITY_TOKEN";

    /// <summary>Region id.</summary>
    public const string Region = "ALIBABA_CLOUD_REGION_ID";

    /// <summary>Endpoint. Only this module reads it.</summary>
    public const string Endpoint = "BDRC_ENDPOINT";
}

/// <summary>
/// All environment variables that credentials depend on, with the alternative names that the official tools accept
/// (spec/credentials.md section 2). Every list is in order of precedence.
/// </summary>
internal static class EnvironmentVariables
{
    /// <summary>The variables of an access key, one entry for each prefix.</summary>
    public static readonly KeyVariables[] Keys =
    [
        new(EnvironmentNames.AccessKeyId, EnvironmentNames.AccessKeySecret, EnvironmentNames.SecurityToken),
        new("ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_SECURITY_TOKEN"),
        new("ALICLOUD_ACCESS_KEY_ID", "ALICLOUD_ACCESS_KEY_SECRET", "ALICLOUD_SECURITY_TOKEN"),
    ];

    /// <summary>The variables of a role that is assumed with an id token, one entry for each prefix.</summary>
    public static readonly RoleVariables[] Roles =
    [
        new("ALIBABACLOUD_ROLE_ARN", "ALIBABACLOUD_OIDC_PROVIDER_ARN", "ALIBABACLOUD_OIDC_TOKEN_FILE"),
        new("ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "ALIBABA_CLOUD_OIDC_TOKEN_FILE"),
    ];

    public static readonly string[] RoleArn = Array.ConvertAll(Roles, role => role.RoleArn);

    public static readonly string[] OidcProviderArn = Array.ConvertAll(Roles, role => role.ProviderArn);

    public static readonly string[] OidcTokenFile = Array.ConvertAll(Roles, role => role.TokenFile);

    public static readonly string[] Profile = ["ALIBABACLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE", "ALICLOUD_PROFILE"];

    public static readonly string[] Region = [EnvironmentNames.Region, "ALIBABACLOUD_REGION_ID", "ALICLOUD_REGION_ID"];

    public static readonly string[] EndpointType =
        ["ALIBABA_CLOUD_ENDPOINT_TYPE", "ALIBABACLOUD_ENDPOINT_TYPE", "ALICLOUD_ENDPOINT_TYPE"];

    /// <summary>Variables without alternative names.</summary>
    private static readonly string[] Single =
    [
        "ALIBABA_CLOUD_CONFIG_FILE", "ALIBABA_CLOUD_CREDENTIALS_FILE", "ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "ALIBABA_CLOUD_IGNORE_PROFILE",
        "ALIBABA_CLOUD_ECS_METADATA_DISABLED", "ALIBABA_CLOUD_IMDSV1_DISABLED", "ALIBABA_CLOUD_ECS_METADATA",
        "ALIBABA_CLOUD_ROLE_SESSION_NAME", "ALIBABA_CLOUD_STS_REGION", "ALIBABA_CLOUD_STS_ENDPOINT", "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED",
        "ALIBABA_CLOUD_CREDENTIALS_URI", "ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS",
        "ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "SYSTEM_OIDCREQUESTURI", "SYSTEM_ACCESSTOKEN",
    ];

    /// <summary>All variables that can change which credentials are selected. Regions and endpoints do not.</summary>
    public static IReadOnlyList<string> OfCredentials { get; } =
        [.. Keys.SelectMany(key => key.Names), .. Roles.SelectMany(role => role.Names), .. Profile, .. Single];
}

/// <summary>The variables of an access key. All have the same prefix: parts of different keys are never combined.</summary>
/// <param name="Id">Name of the variable with the key id.</param>
/// <param name="Secret">Name of the variable with the secret.</param>
/// <param name="Token">Name of the variable with the security token. Only temporary keys have one.</param>
internal sealed record KeyVariables(string Id, string Secret, string Token)
{
    public string[] Names => [Id, Secret, Token];

    public bool AreSet(CredentialContext context) => context.Variable(Id) is not null && context.Variable(Secret) is not null;

    /// <summary>Whether only the id or only the secret is set.</summary>
    public bool AreIncomplete(CredentialContext context) => context.Variable(Id) is null != context.Variable(Secret) is null;
}

/// <summary>The variables of a role that is assumed with an id token. All have the same prefix and are never mixed.</summary>
/// <param name="RoleArn">Name of the variable with the ARN of the role.</param>
/// <param name="ProviderArn">Name of the variable with the ARN of the OIDC provider.</param>
/// <param name="TokenFile">Name of the variable with the path of the id token. Jobs of a CI runner do not need it.</param>
internal sealed record RoleVariables(string RoleArn, string ProviderArn, string TokenFile)
{
    public string[] Names => [RoleArn, ProviderArn, TokenFile];

    /// <summary>Returns the first variables whose role and provider are set; null when there are none.</summary>
    public static RoleVariables? Find(CredentialContext context) =>
        Array.Find(EnvironmentVariables.Roles, variables => variables.AreSet(context));

    /// <summary>Whether the role and the provider are set.</summary>
    public bool AreSet(CredentialContext context) => context.Variable(RoleArn) is not null && context.Variable(ProviderArn) is not null;
}
