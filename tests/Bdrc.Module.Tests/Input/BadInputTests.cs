using System.Management.Automation;

namespace Bdrc.Module.Tests.Input;

/// <summary>An invalid value is refused with one error that describes the allowed values, and nothing is sent.</summary>
public sealed class BadInputTests(BadInputSession session) : IClassFixture<BadInputSession>
{
    private static readonly ErrorCategory[] Categories =
        [ErrorCategory.InvalidArgument, ErrorCategory.InvalidData, ErrorCategory.AuthenticationError];

    public static IEnumerable<TheoryDataRow<string, string, string>> Lines =>
        from item in ModuleParameters.All
        from form in FormsOf(item.Command, item.Parameter)
        from value in form.Bad
        select new TheoryDataRow<string, string, string>(
            item.Parameter.Name, InputLine.Write(item.Command, item.Parameter, value), form.Allowed);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Refuses_a_value_with_the_parameter_and_the_allowed_format_and_sends_nothing(string parameter, string line, string allowed)
    {
        var before = session.Served.Sandbox.RequestCount;

        var error = session.Engine.SingleError(line);

        var text = error.ErrorDetails?.Message ?? error.Exception.Message;
        Assert.Equal(before, session.Served.Sandbox.RequestCount);
        Assert.Contains(error.CategoryInfo.Category, Categories);
        Assert.Contains(parameter, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(allowed, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_parameter_has_bad_values()
    {
        var without = ModuleParameters.All
            .Where(
                item => FormsOf(item.Command, item.Parameter) is var forms && (forms.Count == 0 || forms.Any(form => form.Bad.Length == 0)))
            .Select(item => $"{item.Command.Name} -{item.Parameter.Name}");

        Assert.NotEmpty(ModuleParameters.All);
        Assert.Empty(without);
    }

    [Fact]
    public void Every_row_belongs_to_a_parameter()
    {
        var used = ModuleParameters.All.Select(item => InputTable.KeyOf(item.Command.Name, item.Parameter.Name));

        Assert.Empty(InputTable.Keys.Except(used, StringComparer.Ordinal));
    }

    private static IReadOnlyList<InputForm> FormsOf(CmdletInfo command, ParameterMetadata parameter) =>
        InputTable.KeyOf(command.Name, parameter.Name) is { } key ? InputTable.Of(key)
        : parameter.SwitchParameter ? [InputForms.Switch]
        : [];
}
