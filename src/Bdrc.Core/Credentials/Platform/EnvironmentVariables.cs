namespace Bdrc.Core.Credentials.Platform;

/// <summary>
/// Every variable that credentials depend on, with the other names the platform's tools give it (spec/credentials.md section 2).
/// A list is in the order that its names are tried. In a table each row is one prefix: what belongs together comes from one row.
/// </summary>
internal static class EnvironmentVariables
{
    /// <summary>Key id, secret and security token, which only a temporary key has.</summary>
    public static readonly string[][] Keys =
    [
        [EnvironmentNames.AccessKeyId, EnvironmentNames.AccessKeySecret, EnvironmentNames.SecurityToken],
        ["ALIBABACLOUD_ACCESS_KEY_ID", "ALIBABACLOUD_ACCESS_KEY_SECRET", "ALIBABACLOUD_SECURITY_TOKEN"],
        ["ALICLOUD_ACCESS_KEY_ID", "ALICLOUD_ACCESS_KEY_SECRET", "ALICLOUD_SECURITY_TOKEN"],
    ];

    /// <summary>Role, OIDC provider and file of the id token, which a runner's job does not need.</summary>
    public static readonly string[][] Roles =
    [
        ["ALIBABACLOUD_ROLE_ARN", "ALIBABACLOUD_OIDC_PROVIDER_ARN", "ALIBABACLOUD_OIDC_TOKEN_FILE"],
        ["ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "ALIBABA_CLOUD_OIDC_TOKEN_FILE"],
    ];

    public static readonly string[] Profile = ["ALIBABACLOUD_PROFILE", "ALIBABA_CLOUD_PROFILE", "ALICLOUD_PROFILE"];

    public static readonly string[] Region = [EnvironmentNames.Region, "ALIBABACLOUD_REGION_ID", "ALICLOUD_REGION_ID"];

    public static readonly string[] EndpointType =
        ["ALIBABA_CLOUD_ENDPOINT_TYPE", "ALIBABACLOUD_ENDPOINT_TYPE", "ALICLOUD_ENDPOINT_TYPE"];

    /// <summary>Variables of one name.</summary>
    private static readonly string[] Single =
    [
        "ALIBABA_CLOUD_CONFIG_FILE", "ALIBABA_CLOUD_CREDENTIALS_FILE", "ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "ALIBABA_CLOUD_IGNORE_PROFILE",
        "ALIBABA_CLOUD_ECS_METADATA_DISABLED", "ALIBABA_CLOUD_IMDSV1_DISABLED", "ALIBABA_CLOUD_ECS_METADATA",
        "ALIBABA_CLOUD_ROLE_SESSION_NAME", "ALIBABA_CLOUD_STS_REGION", "ALIBABA_CLOUD_STS_ENDPOINT", "ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED",
        "ALIBABA_CLOUD_CREDENTIALS_URI", "ALIBABA_CLOUD_DISABLE_EXTERNAL_PROCESS",
        "ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "SYSTEM_OIDCREQUESTURI", "SYSTEM_ACCESSTOKEN",
    ];

    /// <summary>All that can change which credentials are found; where calls go is no part of it.</summary>
    public static IReadOnlyList<string> OfCredentials { get; } =
        [.. Keys.SelectMany(row => row), .. Roles.SelectMany(row => row), .. Profile, .. Single];

    /// <summary>The names of one value, over all prefixes.</summary>
    public static string[] Column(string[][] rows, int column) => Array.ConvertAll(rows, row => row[column]);

    /// <summary>The names of the first row whose first columns are all set; null when there is none.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="columns">How many columns must be set.</param>
    /// <param name="environment">Where they are read.</param>
    public static string[]? FirstFull(string[][] rows, int columns, CredentialContext environment) =>
        Array.Find(rows, row => Array.TrueForAll(row, name => Array.IndexOf(row, name) >= columns || environment.Variable(name) is not null));
}
