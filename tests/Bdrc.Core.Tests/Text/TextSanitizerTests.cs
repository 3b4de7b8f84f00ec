using Bdrc.Core.Http.Errors;
using Bdrc.Text;

namespace Bdrc.Core.Tests.Text;

/// <summary>Untrusted text in messages is readable and has no effect on the terminal or the runner.</summary>
public sealed class TextSanitizerTests
{
    [Theory]
    [InlineData("a\r\n::set-output name=x::y", "a\\r\\n::set-output name=x::y")]
    [InlineData("\u001b[2J", "\\u001B[2J")]
    [InlineData("\u009b31m", "\\u009B31m")]
    [InlineData("a\u202Eb", "a\\u202Eb")]
    [InlineData("a\u2066b", "a\\u2066b")]
    [InlineData("a\u200Bb", "a\\u200Bb")]
    [InlineData("a\u2028b\u0085", "a\\u2028b\\u0085")]
    [InlineData("a\0\tb", "a\\u0000\\tb")]
    [InlineData("##vso[task.setvariable variable=x]y", "# #vso[task.setvariable variable=x]y")]
    [InlineData("see ##[error]x", "see # #[error]x")]
    [InlineData("###[error]x", "## #[error]x")]
    [InlineData("plain ünïcode 备份 \U0001F600", "plain ünïcode 备份 \U0001F600")]
    public void Escapes_control_characters_and_runner_commands(string text, string escaped)
    {
        Assert.Equal(escaped, TextSanitizer.Of(text));
        Assert.Equal(escaped, TextSanitizer.Of(TextSanitizer.Of(text)));
    }

    [Fact]
    public void Escapes_lone_surrogates()
    {
        // Attributes cannot contain lone surrogates.
        Assert.Equal("a\\uD83D", TextSanitizer.Of("a\uD83D"));
        Assert.Equal("\\uDE00\\uD83D", TextSanitizer.Of("\uDE00\uD83D"));
    }

    [Fact]
    public void Truncates_very_long_text()
    {
        var escaped = TextSanitizer.Of(new string('x', 1_000_000));

        Assert.Equal(TextSanitizer.Longest + 1, escaped.Length);
        Assert.EndsWith("…", escaped, StringComparison.Ordinal);
    }

    [Fact]
    public void Escapes_the_values_of_a_message() =>
        Assert.Equal("a\\u001B 5 b\\n", "{0} {1} {2}".FormatInvariant("a\u001b", 5, new CustomText("b\n")));

    [Fact]
    public void Each_text_of_a_list_starts_a_new_line() =>
        Assert.Equal(
            $":{Environment.NewLine}  a\\n{Environment.NewLine}  b",
            (":" + Environment.NewLine + "  {0}").FormatInvariant(new List<string> { "a\n", "b" }));

    [Fact]
    public void Escapes_the_fields_of_a_hostile_error_response()
    {
        var response = ErrorResponse.Parse("""{"Code":"X\u001b[0m","RequestId":"R\r\n::debug::","Recommend":"\u202Eurl"}"""u8.ToArray());

        Assert.Equal(["X\\u001B[0m", "R\\r\\n::debug::", "\\u202Eurl"], [response.Code, response.RequestId, response.Recommend]);
    }

    private sealed class CustomText(string text)
    {
        public override string ToString() => text;
    }
}
