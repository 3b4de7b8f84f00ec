using System.Buffers.Binary;
using System.IO.Compression;
using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>
/// Decompresses a body. The automatic decompression of .NET returns the start of a truncated body without an error, so the length
/// is checked here.
/// </summary>
internal static class GzipBody
{
    /// <summary>The shortest gzip member: a header of 10 bytes, a block of 2, the checksum and the length.</summary>
    private const int ShortestMember = 20;
    private const int LargestInitialBuffer = 1 << 20;

    /// <summary>A member whose content ends a complete body, and a truncated one never.</summary>
    private static readonly Lazy<(byte[] Text, byte[] Member)> Sentinel = new(CreateSentinel);

    /// <param name="compressed">A body with one or several gzip members; empty returns an empty body.</param>
    /// <param name="maxBytes">Largest accepted size of the decompressed body.</param>
    /// <exception cref="InvalidDataException">The decompressed body is larger.</exception>
    /// <exception cref="IOException">The body is truncated or not gzip.</exception>
    public static byte[] Decompress(byte[] compressed, int maxBytes)
    {
        if (compressed.Length == 0)
            return compressed;
        if (compressed.Length < ShortestMember)
            throw new IOException(Strings.BodyNotDecompressed);

        var stated = BinaryPrimitives.ReadUInt32LittleEndian(compressed.AsSpan(compressed.Length - sizeof(uint)));
        var body = Inflate(compressed, (int)Math.Min(stated, LargestInitialBuffer), maxBytes);
        return (uint)body.Length == stated || HasSeveralMembers(compressed, body, maxBytes)
            ? body
            : throw new IOException(Strings.BodyNotDecompressed);
    }

    /// <summary>Whether the body is complete although its last length is not that of the whole body.</summary>
    private static bool HasSeveralMembers(byte[] compressed, byte[] body, int maxBytes)
    {
        var (text, member) = Sentinel.Value;
        byte[] extended = [.. compressed, .. member];
        return maxBytes - text.Length >= body.Length
            && Inflate(extended, body.Length + text.Length, maxBytes).AsSpan(body.Length).SequenceEqual(text);
    }

    private static byte[] Inflate(byte[] compressed, int expected, int maxBytes)
    {
        var buffer = new byte[expected];
        var length = 0;
        using var stream = new GZipStream(new MemoryStream(compressed, writable: false), CompressionMode.Decompress);
        try
        {
            while (true)
            {
                if (length > maxBytes)
                    throw new InvalidDataException(Strings.BodyTooLarge.FormatInvariant(maxBytes));

                if (length == buffer.Length)
                {
                    // A single byte shows whether the body is longer than expected.
                    var next = stream.ReadByte();
                    if (next < 0)
                        break;
                    Array.Resize(ref buffer, Math.Max(64, length * 2));
                    buffer[length++] = (byte)next;
                    continue;
                }

                var read = stream.Read(buffer, length, buffer.Length - length);
                if (read == 0)
                    break;
                length += read;
            }
        }
        catch (InvalidDataException failure) when (length <= maxBytes)
        {
            throw new IOException(Strings.BodyNotDecompressed, failure);
        }

        if (length != buffer.Length)
            Array.Resize(ref buffer, length);
        return buffer;
    }

    private static (byte[] Text, byte[] Member) CreateSentinel()
    {
        var text = "end-of-the-body"u8.ToArray();
        using var member = new MemoryStream();
        using (var stream = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(text, 0, text.Length);
        return (text, member.ToArray());
    }
}
