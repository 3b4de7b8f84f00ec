using System.Net;
using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>A body that was read completely, as one array.</summary>
internal sealed class BufferedContent : HttpContent
{
    private const int InitialBuffer = 4096;
    private const int LargestInitialBuffer = 1 << 20;

    private readonly HttpContent _source;

    private BufferedContent(HttpContent source, byte[] bytes)
    {
        _source = source;
        Bytes = bytes;
    }

    public byte[] Bytes { get; }

    /// <summary>The body of a response that the pipeline returned; empty for none.</summary>
    public static byte[] BytesOf(HttpResponseMessage response) => (response.Content as BufferedContent)?.Bytes ?? [];

    /// <summary>
    /// Replaces the body of a response with its bytes. It runs within the time limit of the attempt, so that a stalled response
    /// also ends the attempt.
    /// </summary>
    /// <param name="response">The response; disposed when its body cannot be read.</param>
    /// <param name="maxBytes">Largest accepted body.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="InvalidDataException">The body is larger.</exception>
    public static async Task BufferAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if (response.Content is null)
            return;

        try
        {
            // .NET Framework ignores the token while it reads; disposing the response ends the read there.
            using (cancellationToken.Register(static state => ((HttpResponseMessage)state!).Dispose(), response))
            {
                response.Content = new BufferedContent(
                    response.Content, await ReadAsync(response.Content, maxBytes, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception)
        {
            response.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Bytes, 0, Bytes.Length);

    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _source.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        // A declared length avoids resizing the buffer, but it can be false and must not allocate that much memory.
        var declared = content.Headers.ContentLength;
        var buffer = new byte[declared is >= 0 and <= LargestInitialBuffer ? (int)declared : InitialBuffer];
        var length = 0;
#if NET
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        while (length != declared)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Max(InitialBuffer, length * 2));
            var read = await ReadPartAsync(stream, buffer, length, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
            if (length > maxBytes)
                throw new InvalidDataException(Strings.BodyTooLarge.FormatInvariant(maxBytes));
        }

        if (length < declared)
            throw new IOException(Strings.BodyEnded.FormatInvariant(length, declared));
        if (length != buffer.Length)
            Array.Resize(ref buffer, length);
        return buffer;
    }

    private static async ValueTask<int> ReadPartAsync(Stream stream, byte[] buffer, int start, CancellationToken cancellationToken)
    {
        try
        {
#if NET
            return await stream.ReadAsync(buffer.AsMemory(start), cancellationToken).ConfigureAwait(false);
#else
            return await stream.ReadAsync(buffer, start, buffer.Length - start, cancellationToken).ConfigureAwait(false);
#endif
        }
        catch (InvalidDataException failure)
        {
            throw new IOException(Strings.BodyNotDecompressed, failure);
        }
    }
}
