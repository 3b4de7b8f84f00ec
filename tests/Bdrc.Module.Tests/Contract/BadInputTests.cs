using System.Management.Automation;

namespace Bdrc.Module.Tests.Contract;

/// <summary>What cannot be right is refused with one clear error, and nothing is sent.</summary>
public sealed class BadInputTests(BadInputSession session) : IClassFixture<BadInputSession>
{
    public static IEnumerable<TheoryDataRow<string, string>> Lines => BadValues.Rows();

    [Theory]
    [MemberData(nameof(Lines))]
    public void Refuses_it_by_name_and_sends_nothing(string parameter, string line)
    {
        var before = session.Served.Sandbox.RequestCount;

        var error = session.Engine.SingleError(line);

        Assert.Equal(before, session.Served.Sandbox.RequestCount);
        Assert.Contains(error.CategoryInfo.Category, new[] { ErrorCategory.InvalidArgument, ErrorCategory.InvalidData });
        var text = error.ErrorDetails?.Message ?? error.Exception.Message;
        Assert.True(Names(parameter).Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)), text);
    }

    // The API's name of a parameter is an alias of it.
    private static string[] Names(string parameter) => parameter switch
    {
        "Tag" or "TagNot" or "HasTag" => ["tag"],
        "Path" => ["path"],
        _ => [parameter],
    };
}
