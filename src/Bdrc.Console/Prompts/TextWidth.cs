namespace Bdrc.Console.Prompts;

/// <summary>How many columns of a terminal a character takes.</summary>
internal static class TextWidth
{
    /// <summary>Two for East Asian wide characters, one for the others.</summary>
    public static int Of(char character) => character switch
    {
        >= '\u1100' and <= '\u115F' => 2, // Hangul Jamo
        >= '\u2E80' and <= '\uA4CF' => 2, // CJK radicals to Yi
        >= '\uAC00' and <= '\uD7A3' => 2, // Hangul syllables
        >= '\uF900' and <= '\uFAFF' => 2, // CJK compatibility ideographs
        >= '\uFE30' and <= '\uFE6F' => 2, // CJK compatibility forms
        >= '\uFF00' and <= '\uFF60' => 2, // Fullwidth forms
        _ => 1,
    };
}
