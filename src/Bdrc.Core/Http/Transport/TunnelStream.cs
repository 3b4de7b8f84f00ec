#if NET
using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>
/// The connection to a proxy that is asked for a tunnel. .NET repeats CONNECT up to 16 times when a proxy closes the connection
/// without a response, and reports the same error as for a target that closes during the request. This stream reports that the
/// proxy gave no response, which .NET does not repeat.
/// </summary>
internal sealed class TunnelStream : Stream
{
    private readonly Stream _inner;
    private bool _hasResponse;

    private TunnelStream(Stream inner) => _inner = inner;

    /// <summary>Wraps the connection of a CONNECT request. Other connections are returned unchanged.</summary>
    public static Stream For(SocketsHttpPlaintextStreamFilterContext context) =>
        string.Equals(context.InitialRequestMessage.Method.Method, "CONNECT", StringComparison.Ordinal)
            ? new TunnelStream(context.PlaintextStream)
            : context.PlaintextStream;

    public override bool CanRead => _inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => _inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _hasResponse || buffer.IsEmpty ? _inner.ReadAsync(buffer, cancellationToken) : ReadFirstAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => _inner.Read(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        _inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => _inner.Write(buffer, offset, count);

    public override void Flush() => _inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadFirstAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int read;
        try
        {
            read = await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException failure)
        {
            throw new TunnelException(failure);
        }

        if (read == 0)
            throw new TunnelException(cause: null);
        _hasResponse = true;
        return read;
    }
}

/// <summary>A proxy closed the connection without a response to CONNECT.</summary>
internal sealed class TunnelException(Exception? cause) : IOException(Strings.TransportProxyClosed, cause);
#endif
