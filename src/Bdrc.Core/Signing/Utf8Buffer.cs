using System.Buffers;
using System.Text;

namespace Bdrc.Core.Signing;

/// <summary>UTF-8 text under construction in a pooled array, so that hashing it needs no string.</summary>
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
        foreach (var part in hash)
        {
            _bytes[Length++] = (byte)LowerHex.Digit(part >> 4);
            _bytes[Length++] = (byte)LowerHex.Digit(part & 0xF);
        }
    }

    public override readonly string ToString() => Encoding.UTF8.GetString(_bytes, 0, Length);

    public void Dispose()
    {
        // A security token is part of the canonical request: leave nothing of it in the pool.
        Array.Clear(_bytes, 0, Length);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void Reserve(int more)
    {
        if (Length + more <= _bytes.Length)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + more));
        Buffer.BlockCopy(_bytes, 0, larger, 0, Length);
        Array.Clear(_bytes, 0, Length);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
