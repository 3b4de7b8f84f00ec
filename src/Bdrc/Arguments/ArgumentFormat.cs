namespace Bdrc.Arguments;

/// <summary>What the text of a parameter is.</summary>
public enum ArgumentFormat
{
    /// <summary>An id that the service gave.</summary>
    Identifier,

    /// <summary>A name that the user gives.</summary>
    Name,

    /// <summary>A value of an open set: the service decides.</summary>
    Choice,

    /// <summary>A region id.</summary>
    Region,

    /// <summary>Host and port that are called instead of the region's.</summary>
    Endpoint,

    /// <summary>Id of an access key.</summary>
    AccessKeyId,

    /// <summary>Method of a request.</summary>
    HttpMethod,

    /// <summary>Key of a tag.</summary>
    TagKey,

    /// <summary>A condition on tags as JSON.</summary>
    MatcherJson,

    /// <summary>A list of conditions on tags as JSON.</summary>
    MatchersJson,

    /// <summary>Path of an operation.</summary>
    ApiPath,

    /// <summary>Name of an operation.</summary>
    OperationName,

    /// <summary>A client token.</summary>
    ClientToken,

    /// <summary>Name of a profile.</summary>
    Profile,

    /// <summary>ARN of a RAM role.</summary>
    RoleArn,

    /// <summary>Name of a role session.</summary>
    SessionName,

    /// <summary>The external id that a role demands.</summary>
    ExternalId,

    /// <summary>A RAM policy as JSON.</summary>
    Policy,

    /// <summary>ARN of an OIDC provider.</summary>
    ProviderArn,

    /// <summary>A file.</summary>
    File,

    /// <summary>Name of the instance's role.</summary>
    InstanceRole,

    /// <summary>The address of a service that gives credentials.</summary>
    CredentialsAddress,

    /// <summary>Id of a service connection.</summary>
    ServiceConnection,
}
