namespace Bdrc.Faults.Tests.Matrix;

/// <summary>The classes of operations the retry rules know.</summary>
public enum OperationClass
{
    /// <summary>Changes nothing: DescribeTask.</summary>
    Read,

    /// <summary>Sets a state: EnableCheckProduct.</summary>
    Idempotent,

    /// <summary>Removes something: DeleteResourceCategory.</summary>
    Removal,

    /// <summary>Starts a task: UpdateResources.</summary>
    Start,

    /// <summary>Starts a task for one resource: CheckRules.</summary>
    Check,
}
