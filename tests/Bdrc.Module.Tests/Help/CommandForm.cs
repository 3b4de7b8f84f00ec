using System.Management.Automation;

namespace Bdrc.Module.Tests.Help;

/// <summary>One way to call a command: a form that it declares, or its only parameter set.</summary>
/// <param name="Name">The name of the form or set.</param>
/// <param name="IsDefault">Whether it needs no parameter of its own.</param>
/// <param name="Parameters">The parameters that it allows.</param>
/// <param name="Required">The names of those that it needs.</param>
internal sealed record CommandForm(
    string Name, bool IsDefault, IReadOnlyList<CommandParameterInfo> Parameters, IReadOnlySet<string> Required)
{
    public static IReadOnlyList<CommandForm> Of(CommandInfo command)
    {
        var set = Assert.Single(command.ParameterSets);
        var mandatory = set.Parameters.Where(parameter => parameter.IsMandatory).Select(parameter => parameter.Name).ToArray();
        var declared = Declared(command);
        if (declared.Count == 0)
            return [new CommandForm(set.Name, IsDefault: true, set.Parameters, mandatory.ToHashSet(StringComparer.Ordinal))];

        var named = Names(command).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from form in declared
               let own = form.Required.Concat(form.Allowed).ToHashSet(StringComparer.Ordinal)
               select new CommandForm(
                   form.Name,
                   form.Required.Length == 0,
                   [.. set.Parameters.Where(parameter => own.Contains(parameter.Name) || !named.Contains(parameter.Name))],
                   form.Required.Concat(mandatory).ToHashSet(StringComparer.Ordinal)),
        ];
    }

    /// <summary>Every parameter name that the forms of a command contain.</summary>
    public static IEnumerable<string> Names(CommandInfo command) =>
        Declared(command).SelectMany(form => form.Required.Concat(form.Allowed));

    private static List<(string Name, string[] Required, string[] Allowed)> Declared(CommandInfo command) =>
    [
        .. ((CmdletInfo)command).ImplementingType.GetCustomAttributes(inherit: true)
            .Where(attribute => attribute.GetType().Name == "ParameterFormAttribute")
            .Select(attribute => (Read(attribute, "Name"), Split(attribute, "Requires"), Split(attribute, "Allows"))),
    ];

    private static string[] Split(object attribute, string property) =>
        Read(attribute, property).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Read(object attribute, string property) =>
        (string)attribute.GetType().GetProperty(property)!.GetValue(attribute)!;
}
