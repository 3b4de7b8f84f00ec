namespace Bdrc.Core.Tests.Injection;

/// <summary>Texts that can change another part of a request: header, path, host, parameter or value.</summary>
internal static class HostileTexts
{
    /// <summary>The first half of a surrogate pair.</summary>
    private const char High = '\uD83D';

    /// <summary>The second half of a surrogate pair.</summary>
    private const char Low = '\uDE00';

    /// <summary>The texts, each with a printable name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new("a header after CR LF", "x\r\nx-injected: 1"),
        new("a body after CR LF CR LF", "x\r\n\r\nGET /injected HTTP/1.1\r\n\r\n"),
        new("a lone line feed", "x\nx-injected: 1"),
        new("a line feed at the end", "x\n"),
        new("a lone carriage return", "x\rx-injected: 1"),
        new("dots", ".."),
        new("one dot", "."),
        new("dots and a path", "../x"),
        new("dots within a path", "x/../../api/v1/service/close"),
        new("dots and a backslash", "..\\x"),
        new("encoded dots", "%2e%2e"),
        new("an encoded dot", "%2e"),
        new("an encoded path", "%2e%2e%2Fx"),
        new("an encoded slash", "x%2Fy"),
        new("an encoded line break", "x%0d%0ax-injected:1"),
        new("an overlong encoding", "%c0%ae%c0%ae"),
        new("NUL", "x\0y"),
        new("an encoded NUL", "x%00y"),
        new("ESC", "x\u001b[2J\u001b]0;title\u0007"),
        new("bidi override", "x\u202Etxt.exe"),
        new("bidi isolate", "x\u2066y\u2069"),
        new("zero width space", "x\u200By"),
        new("byte order mark", "\uFEFFx"),
        new("lone high surrogate", High.ToString()),
        new("lone low surrogate", Low.ToString()),
        new("high surrogate in the middle", "x" + High + "y"),
        new("low surrogate in the middle", "x" + Low + "y"),
        new("surrogates in the wrong order", "x" + Low + High),
        new("a whole pair", "x" + High + Low),
        new("a query", "x?Injected=1"),
        new("a fragment", "x#y"),
        new("another parameter", "x&Injected=1"),
        new("another parameter, doubled", "x&MaxResults=1&NextToken=1"),
        new("a semicolon", "x;Injected=1"),
        new("an equals sign", "=x"),
        new("a plus sign", "x+y"),
        new("a percent sign alone", "%"),
        new("a percent sign at the end", "x%2"),
        new("another host", "http://injected.invalid/x"),
        new("another host without a scheme", "//injected.invalid/x"),
        new("user information", "x@injected.invalid"),
        new("quotes and braces", "x\"}],\"Injected\":[{\"a\":\"'"),
        new("a template", "{TaskId}"),
        new("a variable", "$(whoami)`whoami`${x}"),
        new("leading space", " x"),
        new("trailing space", "x "),
        new("no-break space", "\u00A0x"),
        new("next line", "x\u0085y"),
        new("line separator", "x\u2028y"),
        new("paragraph separator", "x\u2029y"),
        new("not normalised", "e\u0301"),
        new("a noncharacter", "x\uFFFEy"),
        new("64 KiB", new string('x', 65_536)),
        new("64 KiB to be encoded", new string('é', 32_768)),
        new("4 KiB to be encoded", new string('/', 4_096)),
    ];
}
