using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Paging;
using Bdrc.Sandbox.State;
using CsCheck;

namespace Bdrc.Sandbox.Tests.Paging;

public sealed class IdentifierProperties
{
    [Fact]
    public void Decodes_every_cursor_to_its_position() => Gen.Select(Gen.Int, Gen.Long).Sample((seed, position) =>
        PageToken.Decode(seed, "DescribeTasks", PageToken.Encode(seed, "DescribeTasks", position)) == position);

    [Fact]
    public void Refuses_every_modified_cursor() => Gen.Select(Gen.Long, Gen.Int[0, 31]).Sample((position, index) =>
    {
        var token = PageToken.Encode(1, "DescribeTasks", position).ToCharArray();
        token[index] = token[index] == 'a' ? 'b' : 'a';
        return Throws(() => PageToken.Decode(1, "DescribeTasks", new string(token)));
    });

    [Fact]
    public void Every_identifier_contains_its_index() => Gen.Select(Gen.Int, Gen.Long[0, 2_000_000_000]).Sample((seed, index) =>
        SeededRandom.IndexIn("i-" + SeededRandom.Tail(seed, RandomStream.ResourceId, index)) == index);

    [Fact]
    public void Decodes_every_text_of_a_query_to_the_original() => Gen.Select(Text, Text).Sample((name, value) =>
        RequestTarget.DecodePairs(Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value)).Single() is var pair
            && pair.Key == name
            && pair.Value == value);

    // Without surrogates: one half of a pair cannot be encoded.
    private static Gen<string> Text => Gen.String[Gen.Char.Where(c => !char.IsSurrogate(c)), 1, 20];

    private static bool Throws(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (PlatformException)
        {
            return true;
        }
    }
}
