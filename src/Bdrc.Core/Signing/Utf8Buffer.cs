using System.Buffers;
using System.Text;

namespace Bdrc.Core.Signing;

/// <summary>Builds UTF-8 text in a pooled array, so that hashing it allocates no string.</summary>
internal struct Utf8Buffer(int capacity) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public readonly byte[] Bytes => _bytes;

    public int Length { get; private set; }

    public void Append(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, Length);
    }

    public void Append(char ascii)
    {
        Reserve(1);
        _bytes[Length++] = (byte)ascii;
    }

    public void AppendHex(ReadOnlySpan<byte> hash)
    {
        Reserve(hash.Length * 2);
        foreach (var value in hash)
        {
            _bytes[Length++] = (byte)LowerHex.Digit(value >> 4);
            _bytes[Length++] = (byte)LowerHex.Digit(value & 0xF);
        }
    }

    public override readonly string ToString() => Encoding.UTF8.GetString(_bytes, 0, Length);

    public void Dispose()
    {
        // The canonical request contains the security token, which must not remain in the pool.
        Array.Clear(_bytes, 0, Length);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void Reserve(int count)
    {
        if (Length + count <= _bytes.Length)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
        Buffer.BlockCopy(_bytes, 0, larger, 0, Length);
        Array.Clear(_bytes, 0, Length);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
