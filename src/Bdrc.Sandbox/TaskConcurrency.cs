namespace Bdrc.Sandbox;

/// <summary>
/// Which tasks of the same type run side by side. The service refuses the others with
/// <c>CreateTaskFailed.PreviousTaskNotFinished</c>; it does not document when it does so.
/// </summary>
public enum TaskConcurrency
{
    /// <summary>One task of a type for each target, such as one check for each resource.</summary>
    PerTarget,

    /// <summary>One task of a type, whatever its target.</summary>
    PerType,

    /// <summary>Any number.</summary>
    Unlimited,
}
