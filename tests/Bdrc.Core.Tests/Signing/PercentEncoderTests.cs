using Bdrc.Core.Signing;
using CsCheck;

namespace Bdrc.Core.Tests.Signing;

public sealed class PercentEncoderTests
{
    private static readonly Gen<string> Text = Gen.Int[0, 0x10FFFF]
        .Where(point => point is < 0xD800 or > 0xDFFF)
        .Select(char.ConvertFromUtf32)
        .Array[0, 20]
        .Select(parts => string.Concat(parts));

    [Fact]
    public void Agrees_with_the_reference_encoder_on_any_text() =>
        Text.Sample(text => Assert.Equal(Uri.EscapeDataString(text), PercentEncoder.Encode(text)));

    [Fact]
    public void Decoding_restores_the_text() =>
        Text.Sample(text => Assert.Equal(text, Uri.UnescapeDataString(PercentEncoder.Encode(text))));

    [Theory]
    [InlineData(0xD800, 'b')]
    [InlineData('a', 0xDC00)]
    [InlineData(0xD83D, 0xD83D)]
    public void Rejects_an_unpaired_surrogate(int first, int second)
    {
        var text = new string([(char)first, (char)second]);

        Assert.Contains("surrogate", Assert.Throws<ArgumentException>(() => PercentEncoder.Encode(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sorts_a_query_the_same_way_whatever_the_order() =>
        Gen.Select(Text, Text).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)).List[0, 8].Sample(pairs =>
        {
            var reversed = pairs.AsEnumerable().Reverse().ToList();
            var sorted = pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal);
            var expected = string.Join('&', sorted.Select(pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value)));
            Assert.Equal(expected, CanonicalTarget.Query(pairs));
            Assert.Equal(expected, CanonicalTarget.Query(reversed));
        });
}
