using System.Net;

namespace Bdrc.Core.Http.Transport;

/// <summary>
/// A body without bytes. .NET resends a request that has no content, with the same nonce, when the connection closes before a
/// response. It never resends a request that has content, so that one attempt is one request.
/// </summary>
internal sealed class EmptyContent : HttpContent
{
    /// <summary>The only instance. It can be shared because it has no state and disposal does not change it.</summary>
    public static readonly EmptyContent Instance = new();

    // The header is set here, because without it the first requests would compute it side by side.
    private EmptyContent() => Headers.ContentLength = 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }

    // A request disposes its content; the base class would refuse further use.
#pragma warning disable CA2215 // See above.
    protected override void Dispose(bool disposing)
    {
    }
#pragma warning restore CA2215
}
