namespace Bdrc.Core.Signing;

/// <summary>Lower-case hexadecimal, the form of every hash in the protocol.</summary>
internal static class LowerHex
{
    private const string Digits = "0123456789abcdef";

    public static char Digit(int value) => Digits[value];

    public static string Encode(byte[] hash, int count)
    {
        var text = new char[count * 2];
        for (var i = 0; i < count; i++)
        {
            text[i * 2] = Digit(hash[i] >> 4);
            text[(i * 2) + 1] = Digit(hash[i] & 0xF);
        }

        return new string(text);
    }
}
