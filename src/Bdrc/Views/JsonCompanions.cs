using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Json;

namespace Bdrc.Views;

/// <summary>Parses fields that hold JSON as text, for the properties in Bdrc.types.ps1xml; null when a text is empty or not JSON.</summary>
public static class JsonCompanions
{
    /// <summary>The fields of the response that this version does not know, by API name; empty when there are none.</summary>
    /// <param name="instance">An object of the service.</param>
    public static object? AdditionalProperties(PSObject instance) =>
        DisplayText.GuardValue((instance?.BaseObject as BdrcObject)?.AdditionalProperties);

    /// <summary>BdrcTask.TaskDetail, parsed.</summary>
    /// <param name="instance">The task.</param>
    public static object? TaskDetailObject(PSObject instance) => Parse((instance?.BaseObject as BdrcTask)?.TaskDetail);

    /// <summary>BdrcTask.TaskResult, parsed.</summary>
    /// <param name="instance">The task.</param>
    public static object? TaskResultObject(PSObject instance) => Parse((instance?.BaseObject as BdrcTask)?.TaskResult);

    /// <summary>BdrcCheckDetail.Detail, parsed.</summary>
    /// <param name="instance">The check detail.</param>
    public static object? DetailObject(PSObject instance) => Parse((instance?.BaseObject as BdrcCheckDetail)?.Detail);

    /// <summary>BdrcResourceCategory.ResourceMatcher, parsed.</summary>
    /// <param name="instance">The category.</param>
    public static object? ResourceMatcherObject(PSObject instance) =>
        Parse((instance?.BaseObject as BdrcResourceCategory)?.ResourceMatcher);

    /// <summary>BdrcSubProtectionPolicy.Config, parsed.</summary>
    /// <param name="instance">The sub-policy.</param>
    public static object? ConfigObject(PSObject instance) => Parse((instance?.BaseObject as BdrcSubProtectionPolicy)?.Config);

    /// <summary>BdrcProtectionPolicyApplication.ApplyDetail, parsed.</summary>
    /// <param name="instance">The application record.</param>
    public static object? ApplyDetailObject(PSObject instance) =>
        Parse((instance?.BaseObject as BdrcProtectionPolicyApplication)?.ApplyDetail);

    /// <summary>BdrcMessage.MessageContent, parsed.</summary>
    /// <param name="instance">The message.</param>
    public static object? MessageContentObject(PSObject instance) => Parse((instance?.BaseObject as BdrcMessage)?.MessageContent);

    private static object? Parse(string? json) => PowerShellValues.ToPowerShell(JsonText.Parse(json));
}
