namespace Bdrc.Core.Credentials;

/// <summary>The environment variables that are read, with the names the platform's own tools use.</summary>
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

    /// <summary>Endpoint, the module's own.</summary>
    public const string Endpoint = "BDRC_ENDPOINT";
}
