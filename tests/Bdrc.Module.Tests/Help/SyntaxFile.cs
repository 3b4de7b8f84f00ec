using System.Globalization;
using System.Management.Automation;
using System.Xml.Linq;

namespace Bdrc.Module.Tests.Help;

/// <summary>The expected content of a file of src/Bdrc/Help/Syntax, from the compiled command.</summary>
internal static class SyntaxFile
{
    private static readonly HashSet<string> EngineOwn =
        [.. Cmdlet.CommonParameters.Where(name => name is not null), "ProgressAction"];

    private static readonly HashSet<string> Shown = ["WhatIf", "Confirm", "First", "Skip", "IncludeTotalCount"];

    public static bool IsOwn(string parameter) => Shown.Contains(parameter) || !EngineOwn.Contains(parameter);

    public static string Path(string command) => $"src/Bdrc/Help/Syntax/{command}.xml";

    public static string Text(CommandInfo command) => new XElement(
        "command",
        new XAttribute("name", command.Name),
        CommandForm.Of(command)
            .OrderByDescending(form => form.IsDefault)
            .ThenBy(form => form.Name, StringComparer.Ordinal)
            .Select(Set)).ToString();

    private static XElement Set(CommandForm form) => new(
        "set",
        new XAttribute("name", form.Name),
        form.Parameters
            .Where(parameter => IsOwn(parameter.Name))
            .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
            .ThenByDescending(parameter => form.Required.Contains(parameter.Name))
            .ThenBy(parameter => Shown.Contains(parameter.Name))
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => Parameter(parameter, form.Required.Contains(parameter.Name))));

    private static XElement Parameter(CommandParameterInfo parameter, bool isRequired) => new(
        "parameter",
        new XAttribute("name", parameter.Name),
        new XAttribute("type", TypeName(parameter.ParameterType)),
        new XAttribute("required", isRequired ? "true" : "false"),
        new XAttribute("position", parameter.Position < 0 ? "named" : parameter.Position.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("pipeline", PipelineInput(parameter)),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)));

    private static string PipelineInput(CommandParameterInfo parameter) =>
        (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
        {
            (true, true) => "true (ByValue, ByPropertyName)",
            (true, false) => "true (ByValue)",
            (false, true) => "true (ByPropertyName)",
            _ => "false",
        };

    private static string TypeName(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name;
}
