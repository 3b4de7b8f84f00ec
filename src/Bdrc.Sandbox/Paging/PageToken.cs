using System.Globalization;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Paging;

/// <summary>A position in a list as opaque text: 32 hexadecimal digits, valid only for the operation that returned it.</summary>
internal static class PageToken
{
    private const int Half = 16;

    public static string Encode(int seed, string operation, long position)
    {
        var (mask, check) = Keys(seed, operation, position);
        return ((ulong)position ^ mask).ToString("x16", CultureInfo.InvariantCulture) + check.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <exception cref="PlatformException">The operation did not return this token.</exception>
    public static long Decode(int seed, string operation, string token)
    {
        // A token is valid when encoding its position returns the same text.
        if (token.Length == 2 * Half && ReadHex(token) is { } masked)
        {
            var position = (long)(masked ^ Keys(seed, operation, 0).Mask);
            if (Encode(seed, operation, position) == token)
                return position;
        }

        throw new PlatformException(400, "InvalidNextToken", "The specified NextToken is not valid.");
    }

    private static ulong? ReadHex(string token)
    {
        ulong number = 0;
        for (var i = 0; i < Half; i++)
        {
            var digit = "0123456789abcdef".IndexOf(token[i]);
            if (digit < 0)
                return null;
            number = (number << 4) | (uint)digit;
        }

        return number;
    }

    private static (ulong Mask, ulong Check) Keys(int seed, string operation, long position)
    {
        // FNV-1a is the same on every framework; string.GetHashCode is not.
        long hash = unchecked((long)0xCBF29CE484222325UL);
        foreach (var c in operation)
            hash = unchecked((hash ^ c) * 0x100000001B3L);
        var mask = SeededRandom.Bits(seed, RandomStream.PageToken, hash);
        var check = SeededRandom.Bits(seed, RandomStream.PageToken, unchecked(hash + 1 + position));
        return (mask, check);
    }
}
