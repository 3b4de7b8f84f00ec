using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Bdrc.Core.Http.Transport;

namespace Bdrc.Core.Tests.Http;

/// <summary>A compressed body is returned complete or not at all.</summary>
public sealed class GzipBodyTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(i => $"line {i * i}; ")));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(3_000_000)]
    public void Decompresses_a_body_of_any_length(int length)
    {
        var body = RandomNumberGenerator.GetBytes(length);

        Assert.Equal(body, GzipBody.Decompress(Gzip(body), int.MaxValue));
    }

    [Fact]
    public void Refuses_a_body_that_is_truncated_at_any_byte()
    {
        var compressed = Gzip(Text);

        for (var length = 1; length < compressed.Length; length++)
            Assert.Throws<IOException>(() => GzipBody.Decompress(compressed[..length], int.MaxValue));
    }

    [Fact]
    public void Decompresses_several_members()
    {
        byte[] compressed = [.. Gzip(Text), .. Gzip("and the rest"u8.ToArray())];

        Assert.Equal([.. Text, .. "and the rest"u8], GzipBody.Decompress(compressed, int.MaxValue));
    }

    [Fact]
    public void Accepts_an_empty_body() => Assert.Empty(GzipBody.Decompress([], int.MaxValue));

    [Fact]
    public void Refuses_a_body_that_becomes_larger_than_allowed() =>
        Assert.Throws<InvalidDataException>(() => GzipBody.Decompress(Gzip(new byte[100_000]), maxBytes: 99_999));

    [Fact]
    public void Refuses_what_is_not_gzip() =>
        Assert.Throws<IOException>(() => GzipBody.Decompress(Encoding.UTF8.GetBytes(new string('x', 100)), int.MaxValue));

    private static byte[] Gzip(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal))
            stream.Write(body);
        return compressed.ToArray();
    }
}
