using System.Management.Automation;
using Bdrc.Core.Serialization;

namespace Bdrc.Views;

/// <summary>The parsed companions of fields that hold JSON as text; named in Bdrc.types.ps1xml.</summary>
public static class JsonCompanions
{
    /// <summary>BdrcTask.TaskDetail, parsed; null when it is empty or not JSON.</summary>
    /// <param name="instance">The task.</param>
    public static object? TaskDetailObject(PSObject instance) => Parse((instance?.BaseObject as BdrcTask)?.TaskDetail);

    /// <summary>BdrcTask.TaskResult, parsed; null when it is empty or not JSON.</summary>
    /// <param name="instance">The task.</param>
    public static object? TaskResultObject(PSObject instance) => Parse((instance?.BaseObject as BdrcTask)?.TaskResult);

    private static object? Parse(string? json) => ToPowerShell(JsonText.Parse(json));

    private static object? ToPowerShell(object? value)
    {
        switch (value)
        {
            case IDictionary<string, object?> fields:
                var result = new PSObject();
                foreach (var field in fields)
                    result.Properties.Add(new PSNoteProperty(field.Key, ToPowerShell(field.Value)));
                return result;
            case object?[] items:
                return Array.ConvertAll(items, ToPowerShell);
            default:
                return value;
        }
    }
}
