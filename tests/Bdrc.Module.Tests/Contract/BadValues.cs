using System.Globalization;
using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Contract;

/// <summary>Bad values for every parameter of every exported cmdlet, each as a line that must be refused.</summary>
internal static class BadValues
{
    private const string Control = "\"a$([char]7)b\"";

    private static readonly string[] Ids =
    [
        "ResourceArn", "RuleId", "TaskId", "ResourceCategoryId", "ProtectionPolicyId", "MessageId", "TargetId", "ResourceId",
        "ResourceRegionId", "ProtectionPolicyRegionId", "AutoSnapshotPolicyId", "ProductType", "TargetType",
    ];

    // Connecting has tests of its own; these also have nothing to send.
    private static readonly string[] Offline = ["Connect-Bdrc", "New-BdrcContext", "Disconnect-Bdrc", "Get-BdrcContext"];

    public static IEnumerable<TheoryDataRow<string, string>> Rows()
    {
        using var engine = new Engine();
        engine.Run("$commands = Get-Command -Module Bdrc");
        foreach (var command in ((object[])engine.Get("commands")).Select(item => (CmdletInfo)((PSObject)item).BaseObject).Where(command => !Offline.Contains(command.Name)))
        {
            foreach (var parameter in command.Parameters.Values.Where(IsOwn))
            {
                foreach (var value in For(command.Name, parameter))
                    yield return new TheoryDataRow<string, string>(parameter.Name, $"{command.Name}{Others(command, parameter)} -{parameter.Name} {value}");
            }
        }
    }

    private static bool IsOwn(ParameterMetadata parameter) =>
        !Cmdlet.CommonParameters.Contains(parameter.Name) && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name)
        && parameter.ParameterType != typeof(SwitchParameter) && parameter.Name is not ("Context" or "Region");

    private static IEnumerable<string> For(string command, ParameterMetadata parameter)
    {
        if (parameter.Attributes.OfType<ValidateRangeAttribute>().FirstOrDefault() is { } range)
            return Outside(range);
        return parameter.Name switch
        {
            "LaterThan" or "EarlierThan" => ["''", "' '", "'yesterday'", "'-5x'", "'2024-13-45'"],
            "ResourceMatcher" => ["''", "' '", "'{'", "'[]'"],
            "TagResourceMatcher" => ["''", "' '", "'['", "'{}'", "'[1]'"],
            "Tag" or "TagNot" => ["@{}", "@{ '' = 'v' }", "@{ ' ' = 'v' }", "'text'"],
            "HasTag" => ["''", "@()", "' '"],
            "SubProtectionPolicy" => ["''", "'{'", "'[{}]'", "@{ Config = 'x' }", "@{ SubProtectionPolicyType = 'T'; Other = 1 }", "7"],
            "ClientToken" => ["''", "' '", "'é'", "('x' * 65)"],
            "Path" => ["''", "' '", "'api'", "'/api/../x'", "'/a?b=1'"],
            "Method" => ["''", "'FETCH'"],
            "Action" => ["''", "' '", "'a b'"],
            "First" or "Skip" => ["-1", "'text'"],
            "Query" or "Form" => ["'text'", "$null"],
            _ when command == "Get-BdrcProduct" && parameter.Name == "ProductType" => ["' '", "'..'", Control],
            _ when command == "Get-BdrcProtectionPolicyApplication" && parameter.Name == "TaskId" => ["' '", "'..'", Control],
            _ when Ids.Contains(parameter.Name) => ["''", "' '", "'..'", Control],
            _ => ["''", "' '", Control],
        };
    }

    private static IEnumerable<string> Outside(ValidateRangeAttribute range)
    {
        yield return "'text'";
        yield return Convert.ToString(Convert.ToDecimal(range.MinRange, CultureInfo.InvariantCulture) - 1, CultureInfo.InvariantCulture)!;
        if (range.MaxRange is not long.MaxValue)
            yield return Convert.ToString(Convert.ToDecimal(range.MaxRange, CultureInfo.InvariantCulture) + 1, CultureInfo.InvariantCulture)!;
    }

    // What the command needs beside the parameter: the mandatory ones of a set that has it, and a change or condition.
    internal static string Others(CmdletInfo command, ParameterMetadata parameter)
    {
        var sets = command.ParameterSets.Where(set => set.Parameters.Any(candidate => candidate.Name == parameter.Name));
        var needed = sets.OrderBy(set => set.Parameters.Count(candidate => candidate.IsMandatory)).First().Parameters
            .Where(candidate => candidate.IsMandatory && candidate.Name != parameter.Name)
            .Select(candidate => $" -{candidate.Name} {Good(candidate.Name)}");
        var change = (command.Name, parameter.Name) switch
        {
            ("New-BdrcProtectionPolicy", not ("AutoSnapshotPolicyId" or "SubProtectionPolicy")) => " -AutoSnapshotPolicyId sp-daily",
            ("New-BdrcResourceCategory" or "Measure-BdrcResource", not ("HasTag" or "Tag" or "TagNot" or "ResourceMatcher" or "TagResourceMatcher")) => " -HasTag env",
            ("Set-BdrcProtectionPolicy" or "Set-BdrcResourceCategory", not "Name") => " -Name n",
            _ => string.Empty,
        };
        var confirmed = command.Parameters.ContainsKey("Confirm") ? " -Confirm:$false" : string.Empty;
        return string.Concat(needed) + change + confirmed;
    }

    private static string Good(string parameter) => parameter switch
    {
        "Path" => "/api/v1/tasks",
        "ProtectionPolicyRegionId" => "cn-hangzhou",
        "ProductType" => "oss",
        "ResourceMatcher" or "TagResourceMatcher" => "'{}'",
        _ => "x-1",
    };
}
