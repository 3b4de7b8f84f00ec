namespace Bdrc.Progress;

/// <summary>Tells a build runner from a person's console.</summary>
internal static class RunnerEnvironment
{
    /// <summary>Whether one of the variables is set by which GitHub, Azure Pipelines and the other runners make themselves known.</summary>
    public static bool IsRunner => IsSet("CI") || IsSet("GITHUB_ACTIONS") || IsSet("TF_BUILD");

    private static bool IsSet(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        && !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
}
