using System.Text;
using Bdrc.Core.Signing;
using CsCheck;

namespace Bdrc.Faults.Tests.Fuzz;

/// <summary>Every text decodes to itself, and its encoding is the one that is signed.</summary>
public sealed class EncodingFuzzTests
{
    private const int Inputs = 20_000;

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String, Gen.String[Gen.Char["%&=+?#/;~*'()[]@:,.-_ \r\n\0"], 0, 30], Gen.String[Gen.Char['\uD7F0', '\uE010'], 0, 20]);

    [Fact]
    public void Encodes_every_text_so_that_it_decodes_to_itself_or_refuses_an_unpaired_surrogate() => Texts.Try(
        "percent-encoding",
        text =>
        {
            if (!IsWhole(text))
            {
                Assert.Throws<ArgumentException>(() => PercentEncoder.Encode(text));
                return;
            }

            var encoded = PercentEncoder.Encode(text);
            Assert.Equal(text, Uri.UnescapeDataString(encoded));
            Assert.DoesNotContain(encoded, c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '~' or '%'));
        },
        Inputs);

    [Fact]
    public void Joins_every_list_of_pairs_so_that_it_splits_into_the_same_list() => Gen.Select(Texts, Texts).Array[0, 8].Try(
        "canonical query",
        given =>
        {
            var pairs = given.Where(pair => IsWhole(pair.Item1) && IsWhole(pair.Item2))
                .Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)).ToList();
            var query = CanonicalTarget.Query(pairs);
            var read = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('='))
                .Select(parts => KeyValuePair.Create(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]))).ToList();

            var sorted = pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .ThenBy(pair => pair.Value, StringComparer.Ordinal).ToList();
            Assert.Equal(sorted, read);
            pairs.Reverse();
            Assert.Equal(query, CanonicalTarget.Query(pairs));
        },
        Inputs);

    private static bool IsWhole(string text)
    {
        try
        {
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
