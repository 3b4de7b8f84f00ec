namespace Bdrc.Module.Tests.Input;

/// <summary>The kinds of parameters.</summary>
internal static class InputForms
{
    private const string Control = "\"a$([char]7)b\"";

    public static readonly InputForm Nothing = new(
        "Give a value that the service knows; the Tab key offers", "''", "$null", "' '", "@{ a = 1 }", "('a', 'b')");

    public static readonly InputForm Unfit = new("Give an id as the service shows it", Control);

    public static readonly InputForm Id = new("Give an id as the service shows it", "''", "$null", "' '", "'..'", "@{ a = 1 }", Control);

    public static readonly InputForm Name = new(
        "Give a name of visible characters", "''", "$null", "' '", "@{ a = 1 }", "('a', 'b')", Control);

    public static readonly InputForm RegionId = new("Give a region id such as cn-shanghai", "''", "$null", "' '", "@{ a = 1 }");

    public static readonly InputForm WrongRegion = new(
        "letters, digits and hyphens are allowed, as in cn-shanghai", "'a b'", "'a.b'", "'-a'", Control);

    public static readonly InputForm Profile = new("Give the name of a profile", "''", "$null", "' '", "@{ a = 1 }");

    public static readonly InputForm Context = new(
        "Give what Connect-Bdrc, New-BdrcContext or Get-BdrcContext returns",
        "'text'",
        "$null",
        "7",
        "@{ Region = 'cn-shanghai' }",
        "([pscustomobject]@{ Region = 'cn-shanghai' })");

    public static readonly InputForm OwnerId = new(
        "Give a whole number, 1 or greater", "'text'", "0", "-1", "1.5", "''", "$null", "$true", "9223372036854775808");

    public static readonly InputForm Tags = new(
        "Give a hashtable such as @{ env = 'prod' }; no name in it may be empty",
        "@{}",
        "@{ '' = 'v' }",
        "@{ ' ' = 'v' }",
        "'text'",
        "$null",
        "7",
        "([pscustomobject]@{ env = 'prod' })");

    public static readonly InputForm Fields = new(
        "Give a hashtable such as @{ ResourceType = 'oss' }; no name in it may be empty", "'text'", "$null", "@{ '' = 'v' }", "('a', 'b')");

    public static readonly InputForm TagKey = new(
        "Give the key of a tag, such as env", "''", "$null", "@()", "' '", "('env', '')", "@{ env = 'prod' }");

    public static readonly InputForm Time = new(
        "Give a DateTime, ISO 8601 text such as 2026-11-24T08:00:00Z, Unix seconds, or a span back from now: -7d",
        "''",
        "$null",
        "' '",
        "'yesterday'",
        "'-5x'",
        "'2024-13-45'",
        "([TimeSpan]'1.00:00:00')",
        "@{ a = 1 }");

    public static readonly InputForm Secret = new("Give text or a SecureString", "7", "@{ a = 1 }", "('a', 'b')");

    // PowerShell converts these and names the type in the error.
    public static readonly InputForm Switch = new("the type 'System.Management.Automation.SwitchParameter'", "'text'");

    public static InputForm Identity(string property) => new(
        $"Give the {property} as text, as the service shows it, or an object that has a property {property}",
        "''", "$null", "@()", "('a', '')", "('a', $null)", "([pscustomobject]@{ Other = 1 })", "@{ Other = 1 }");

    public static InputForm OneIdentity(string property) =>
        Identity(property) with { Bad = ["''", "$null", "([pscustomobject]@{ Other = 1 })", "@{ Other = 1 }", "('a', 'b')"] };

    public static readonly InputForm Blank = new("Give an id as the service shows it", "' '", "'..'", "'.'", Control);

    public static InputForm Range(long least, long most) => new(
        $"Give a whole number from {least} to {most}",
        $"{least - 1}", $"{most + 1}", "'text'", "''", "$null", "1.5", "$true", $"({least}, {most})");

    public static InputForm Duration(string least, string most, string below, string above) => new(
        $"Give {least} to {most} seconds: as a number, a TimeSpan, or text such as 90 or 00:01:30",
        below, above, "'text'", "''", "$null", "@{ a = 1 }");
}
