using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Paging;
using Bdrc.Sandbox.State;
using CsCheck;

namespace Bdrc.Sandbox.Tests.Paging;

public sealed class IdentifierProperties
{
    [Fact]
    public void Every_cursor_leads_back_to_its_place() => Gen.Select(Gen.Int, Gen.Long).Sample((seed, position) =>
        PageToken.Decode(seed, "DescribeTasks", PageToken.Encode(seed, "DescribeTasks", position)) == position);

    [Fact]
    public void No_changed_cursor_leads_anywhere() => Gen.Select(Gen.Long, Gen.Int[0, 31]).Sample((position, place) =>
    {
        var token = PageToken.Encode(1, "DescribeTasks", position).ToCharArray();
        token[place] = token[place] == 'a' ? 'b' : 'a';
        return Throws(() => PageToken.Decode(1, "DescribeTasks", new string(token)));
    });

    [Fact]
    public void Every_identifier_holds_its_index() => Gen.Select(Gen.Int, Gen.Long[0, 2_000_000_000]).Sample((seed, index) =>
        SeededRandom.IndexIn("i-" + SeededRandom.Tail(seed, RandomStream.ResourceId, index)) == index);

    [Fact]
    public void Every_text_comes_out_of_a_query_as_it_went_in() => Gen.Select(Text, Text).Sample((name, value) =>
        RequestTarget.DecodePairs(Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value)).Single() is var pair && pair.Key == name && pair.Value == value);

    // Without surrogates: half of one is no text, and cannot be encoded.
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
