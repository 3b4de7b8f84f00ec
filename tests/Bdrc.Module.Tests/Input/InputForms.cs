namespace Bdrc.Module.Tests.Input;

/// <summary>The kinds of parameters.</summary>
internal static class InputForms
{
    private const string Control = "\"a$([char]7)b\"";

    public static readonly InputForm Nothing = new(
        "Specify a value that the service supports; the Tab key completes", "''", "$null", "' '", "@{ a = 1 }", "('a', 'b')");

    public static readonly InputForm NothingInList = new(
        "Specify a value that the service supports; the Tab key completes", "''", "$null", "' '", "@()", "@{ a = 1 }", "('a', '')");

    public static readonly InputForm Unfit = new("Specify an id as returned by the service", Control);

    public static readonly InputForm Id = new(
        "Specify an id as returned by the service", "''", "$null", "' '", "'..'", "@{ a = 1 }", Control);

    public static readonly InputForm Name = new(
        "Specify a name of visible characters", "''", "$null", "' '", "@{ a = 1 }", "('a', 'b')", Control);

    public static readonly InputForm RegionId = new("Specify a region id such as cn-shanghai", "''", "$null", "' '", "@{ a = 1 }");

    public static readonly InputForm WrongRegion = new(
        "A region id consists of letters, digits and hyphens, such as cn-shanghai", "'a b'", "'a.b'", "'-a'", Control);

    public static readonly InputForm Profile = new("Specify the name of a profile", "''", "$null", "' '", "@{ a = 1 }");

    public static readonly InputForm Context = new(
        "Specify a context from Connect-Bdrc, New-BdrcContext or Get-BdrcContext",
        "'text'",
        "$null",
        "7",
        "@{ Region = 'cn-shanghai' }",
        "([pscustomobject]@{ Region = 'cn-shanghai' })");

    public static readonly InputForm OwnerId = new(
        "Specify a whole number, 1 or greater", "'text'", "0", "-1", "1.5", "''", "$null", "$true", "9223372036854775808");

    public static readonly InputForm Tags = new(
        "Specify a hashtable such as @{ env = 'prod' }, without empty names",
        "@{}",
        "@{ '' = 'v' }",
        "@{ ' ' = 'v' }",
        "'text'",
        "$null",
        "7",
        "([pscustomobject]@{ env = 'prod' })");

    public static readonly InputForm Fields = new(
        "Specify a hashtable such as @{ ResourceType = 'oss' }, without empty names", "'text'", "$null", "@{ '' = 'v' }", "('a', 'b')");

    public static readonly InputForm TagKey = new(
        "Specify the key of a tag, such as env", "''", "$null", "@()", "' '", "('env', '')", "@{ env = 'prod' }");

    public static readonly InputForm Time = new(
        "Specify a DateTime, ISO 8601 text such as 2026-11-24T08:00:00Z, Unix seconds, or a time span before now: -7d",
        "''",
        "$null",
        "' '",
        "'yesterday'",
        "'-5x'",
        "'2024-13-45'",
        "([TimeSpan]'1.00:00:00')",
        "@{ a = 1 }");

    public static readonly InputForm Secret = new(
        "Specify text of at most 65536 characters, or a SecureString", "7", "@{ a = 1 }", "('a', 'b')");

    // PowerShell converts these and names the type in the error.
    public static readonly InputForm Switch = new("the type 'System.Management.Automation.SwitchParameter'", "'text'");

    public static InputForm Identity(string property) => new(
        $"Specify the {property} as text, as returned by the service, or an object that has a property {property}",
        "''", "$null", "@()", "('a', '')", "('a', $null)", "([pscustomobject]@{ Other = 1 })", "@{ Other = 1 }");

    public static InputForm OneIdentity(string property) =>
        Identity(property) with { Bad = ["''", "$null", "([pscustomobject]@{ Other = 1 })", "@{ Other = 1 }", "('a', 'b')"] };

    public static readonly InputForm Blank = new("Specify an id as returned by the service", "' '", "'..'", "'.'", Control);

    public static InputForm Range(long least, long most) => new(
        $"Specify a whole number from {least} to {most}",
        $"{least - 1}", $"{most + 1}", "'text'", "''", "$null", "1.5", "$true", $"({least}, {most})");

    public static InputForm Duration(string least, string most, string below, string above) => new(
        $"Specify {least} to {most} seconds: as a number, a TimeSpan, or text such as 90 or 00:01:30",
        below, above, "'text'", "''", "$null", "@{ a = 1 }");
}
