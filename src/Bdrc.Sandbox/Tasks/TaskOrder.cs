namespace Bdrc.Sandbox.Tasks;

/// <summary>What a task is to do.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Detail">What it works on, as JSON text.</param>
internal sealed record TaskOrder(string Type, string Detail)
{
    /// <summary>What it is about: one task of a type and scope runs at a time.</summary>
    public string Scope { get; init; } = string.Empty;

    /// <summary>The things it works on, rules or types of resources, for whoever looks at them meanwhile.</summary>
    public IEnumerable<string> Subjects { get; init; } = [];

    /// <summary>Its outcome as JSON text, told once it is complete; null for none.</summary>
    public string? Result { get; init; }

    /// <summary>What it changes when it is complete; null for nothing. A task that fails changes nothing.</summary>
    public Action<SandboxTask>? Effect { get; init; }
}
