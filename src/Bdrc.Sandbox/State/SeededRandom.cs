using System.Globalization;

namespace Bdrc.Sandbox.State;

/// <summary>Pseudorandom numbers that depend only on seed, stream and index, and are the same on every framework.</summary>
internal static class SeededRandom
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int TailLength = 20;
    private const int IndexLength = 8;

    public static ulong Bits(int seed, RandomStream stream, long index)
    {
        // SplitMix64 with a start value mixed from all three.
        unchecked
        {
            var start = Mix(((ulong)(uint)seed << 32) + (ulong)stream + 0x632BE59BD9B4E019UL);
            return Mix(start + ((ulong)index * 0x9E3779B97F4A7C15UL));
        }
    }

    /// <summary>A number from 0 to less than 1.</summary>
    public static double Share(int seed, RandomStream stream, long index) => (Bits(seed, stream, index) >> 11) / (double)(1UL << 53);

    /// <summary>
    /// The last part of an identifier: 20 lower-case letters and digits. The last eight are the index, so each identifier is unique
    /// and leads to its object without a table.
    /// </summary>
    public static string Tail(int seed, RandomStream stream, long index)
    {
        var text = new char[TailLength];
        var number = (ulong)index;
        for (var i = TailLength - 1; i >= TailLength - IndexLength; i--)
        {
            text[i] = Alphabet[(int)(number % 36)];
            number /= 36;
        }

        var bits = Bits(seed, stream, index);
        for (var i = 0; i < TailLength - IndexLength; i++)
        {
            text[i] = Alphabet[(int)(bits % 36)];
            bits /= 36;
        }

        return new string(text);
    }

    /// <summary>The index at the end of a text from <see cref="Tail"/>; -1 for none. The rest of the text is not checked.</summary>
    public static long IndexIn(string text)
    {
        if (text.Length < TailLength)
            return -1;

        long number = 0;
        for (var i = text.Length - IndexLength; i < text.Length; i++)
        {
            var digit = Alphabet.IndexOf(text[i]);
            if (digit < 0)
                return -1;
            number = (number * 36) + digit;
        }

        return number;
    }

    /// <summary>A request id in the platform's format: a GUID in upper case.</summary>
    public static string RequestId(int seed, RandomStream stream, long index)
    {
        var bytes = new byte[16];
        BitConverter.GetBytes(Bits(seed, stream, index * 2)).CopyTo(bytes, 0);
        BitConverter.GetBytes(Bits(seed, stream, (index * 2) + 1)).CopyTo(bytes, 8);
        return new Guid(bytes).ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant();
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}

/// <summary>The purpose of a random number. Numbers of different streams are independent.</summary>
internal enum RandomStream
{
    RequestId = 1,
    TaskId,
    TaskRequestId,
    TaskFailure,
    ResourceId,
    ResourceTraits,
    ResourceSizes,
    ResourceTags,
    CheckOutcome,
    RuleId,
    CategoryId,
    PolicyId,
    PolicyOutcome,
    MessageId,
    BackupPlanId,
    PageToken,
}
