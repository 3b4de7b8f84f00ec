namespace Bdrc;

/// <summary>
/// The region, endpoint and credentials of calls. An immutable snapshot that is safe to share between runspaces. It exposes no secret; the
/// credentials stay inside the module and are lost when the object is serialized.
/// </summary>
public sealed class BdrcContext
{
    /// <summary>Creates the public part of a context. Only the module can create a usable context: use <c>New-BdrcContext</c>.</summary>
    /// <param name="region">Region id; null when only an endpoint is known.</param>
    /// <param name="endpoint">Scheme, host and port of the service.</param>
    /// <param name="accessKeyId">The masked key id.</param>
    /// <param name="credentialSource">The source of the credentials.</param>
    /// <param name="isSandbox">Whether calls stay in the in-process sandbox.</param>
    public BdrcContext(string? region, Uri endpoint, string accessKeyId, string credentialSource, bool isSandbox)
    {
        Region = region;
        Endpoint = endpoint;
        AccessKeyId = accessKeyId;
        CredentialSource = credentialSource;
        IsSandbox = isSandbox;
    }

    /// <summary>Region id of the endpoint, for example <c>cn-shanghai</c>; null when only an endpoint was given.</summary>
    public string? Region { get; }

    /// <summary>Scheme, host and port of the service.</summary>
    public Uri Endpoint { get; }

    /// <summary>The access key id, masked: first 4, <c>****</c>, last 4 characters; empty until the first call retrieves it.</summary>
    public string AccessKeyId { get; }

    /// <summary>
    /// The source of the credentials: <c>parameters</c>, <c>environment/</c> and the name of the key id's variable, <c>sandbox</c>, or
    /// the path of a profile, role or default chain.
    /// </summary>
    public string CredentialSource { get; }

    /// <summary>True when the in-process sandbox serves the calls.</summary>
    public bool IsSandbox { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{AccessKeyId} at {Endpoint.Authority}";
}
