using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Sandbox;

namespace Bdrc.Parameters;

/// <summary>
/// The parameters that describe the sandbox. A command returns this object as its <see cref="IDynamicParameters"/>, and
/// declares none of them itself.
/// </summary>
public sealed class SandboxParameters
{
    /// <summary>How many resources the sandbox holds.</summary>
    [Parameter]
    [WholeNumber(0, 1000000)]
    public int? Resources { get; set; }

    /// <summary>How many finished tasks the sandbox starts with.</summary>
    [Parameter]
    [WholeNumber(0, 1000000)]
    public int? FinishedTasks { get; set; }

    /// <summary>How long a task of the sandbox takes, in seconds.</summary>
    [Parameter]
    [Duration(0, 86400)]
    public TimeSpan? TaskDuration { get; set; }

    /// <summary>Returns the options of the sandbox; what is not given has its default.</summary>
    internal SandboxOptions ToOptions()
    {
        var options = new SandboxOptions();
        options.Resources = Resources ?? options.Resources;
        options.FinishedTasks = FinishedTasks ?? options.FinishedTasks;
        options.TaskDuration = TaskDuration ?? options.TaskDuration;
        return options;
    }
}
