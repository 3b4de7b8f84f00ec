using System.Net;
using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>A body that has been read to its end, in one array that is parsed where it lies.</summary>
internal sealed class BufferedContent : HttpContent
{
    private const int FirstGuess = 4096;
    private const int LargestPromise = 1 << 20;

    private readonly HttpContent _source;

    private BufferedContent(HttpContent source, byte[] bytes)
    {
        _source = source;
        Bytes = bytes;
    }

    public byte[] Bytes { get; }

    /// <summary>
    /// Reads the body of an answer and puts it in the place of the stream. It runs under the attempt's own timeout: an answer
    /// that stalls half-way ends the attempt too.
    /// </summary>
    public static async Task FillAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content is null)
            return;

        try
        {
            // .NET Framework heeds no token while it reads; closing the answer is what ends the read there.
            using (cancellationToken.Register(static state => ((HttpResponseMessage)state!).Dispose(), response))
                response.Content = new BufferedContent(response.Content, await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false));
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

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        // A promised length saves growing, but a false one must not take the memory it names.
        var promised = content.Headers.ContentLength;
        var buffer = new byte[promised is >= 0 and <= LargestPromise ? (int)promised : FirstGuess];
        var length = 0;
#if NET
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        while (length != promised)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Max(FirstGuess, length * 2));
            var read = await ReadPartAsync(stream, buffer, length, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
        }

        if (length < promised)
            throw new IOException(Strings.BodyEnded.FormatInvariant(length, promised));
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
            throw new IOException(Strings.BodyPacked, failure);
        }
    }
}
