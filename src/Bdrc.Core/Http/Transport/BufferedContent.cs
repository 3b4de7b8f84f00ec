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
    /// <exception cref="IOException">The body is incomplete.</exception>
    public static async Task BufferAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        if (response.Content is null)
            return;

        try
        {
            // .NET Framework ignores the token while it reads; disposing the response ends the read there.
            using (cancellationToken.Register(static state => ((HttpResponseMessage)state!).Dispose(), response))
            {
                var content = response.Content;
                var declared = HasBody(response) ? content.Headers.ContentLength : 0;
                var bytes = await ReadAsync(content, declared, maxBytes, cancellationToken).ConfigureAwait(false);
                response.Content = new BufferedContent(content, IsGzip(content) ? GzipBody.Decompress(bytes, maxBytes) : bytes);
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

    /// <summary>Whether a response has the body whose length it declares.</summary>
    private static bool HasBody(HttpResponseMessage response) =>
        response.RequestMessage?.Method != HttpMethod.Head
        && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified);

    private static bool IsGzip(HttpContent content)
    {
        foreach (var encoding in content.Headers.ContentEncoding)
        {
            if (string.Equals(encoding, "gzip", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static async Task<byte[]> ReadAsync(
        HttpContent content, long? declared, int maxBytes, CancellationToken cancellationToken)
    {
        // A declared length avoids resizing the buffer, but it can be false and must not allocate that much memory.
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
#if NET
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
#else
            var read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
#endif
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
}
