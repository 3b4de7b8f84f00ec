using System.Text;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Tests.Signing;

/// <summary>
/// The signed text, which contains the security token, does not remain in pooled memory. The key itself is on the stack or in an
/// array of its own, which the same method clears.
/// </summary>
public sealed class KeyMaterialTests
{
    private const string Token = "planted-token-in-the-canonical-request";

    [Fact]
    public void Clears_the_buffer_when_it_is_disposed()
    {
        var buffer = new Utf8Buffer(1024);
        buffer.Append(Token);
        var bytes = buffer.Bytes;
        Assert.Contains(Token, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);

        buffer.Dispose();

        Assert.DoesNotContain("planted", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Clears_the_old_buffer_when_the_text_outgrows_it()
    {
        var buffer = new Utf8Buffer(16);
        while (buffer.Length + Encoding.UTF8.GetMaxByteCount(Token.Length) <= buffer.Bytes.Length || buffer.Length == 0)
            buffer.Append(Token);
        var smaller = buffer.Bytes;
        var length = buffer.Length;

        buffer.Append(new string('x', smaller.Length));

        Assert.NotSame(smaller, buffer.Bytes);
        Assert.Equal(new byte[length], smaller[..length]);
        Assert.Contains(Token, buffer.ToString(), StringComparison.Ordinal);
        buffer.Dispose();
    }
}
