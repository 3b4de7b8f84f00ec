namespace Bdrc;

/// <summary>
/// Where calls go and as whom: an immutable snapshot that is safe to share between runspaces. It shows no secret; the
/// credentials stay inside the module and are lost when the object is serialised.
/// </summary>
public sealed class BdrcContext
{
    /// <summary>Makes a context's outer view. Only the module can make one that works: use <c>New-BdrcContext</c>.</summary>
    /// <param name="region">Region id, or null when only an endpoint is known.</param>
    /// <param name="endpoint">Scheme, host and port of the service.</param>
    /// <param name="accessKeyId">The masked key id.</param>
    /// <param name="credentialSource">Where the credentials come from.</param>
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

    /// <summary>Scheme, host and port that calls go to.</summary>
    public Uri Endpoint { get; }

    /// <summary>The access key id, masked: first 4, <c>****</c>, last 4 characters; empty while the first call has yet to fetch it.</summary>
    public string AccessKeyId { get; }

    /// <summary>Where the credentials come from: <c>parameters</c>, <c>environment/</c> and the name of the key id's variable, <c>sandbox</c>, or the trail of a profile, role or chain.</summary>
    public string CredentialSource { get; }

    /// <summary>True when calls stay in this process, answered by the sandbox.</summary>
    public bool IsSandbox { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{AccessKeyId} at {Endpoint.Authority}";
}
