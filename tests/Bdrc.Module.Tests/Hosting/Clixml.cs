namespace Bdrc.Module.Tests.Hosting;

/// <summary>Objects as another session receives them.</summary>
internal static class Clixml
{
    /// <summary>The depth of jobs and remote sessions.</summary>
    public const int JobDepth = 1;

    /// <summary>The depth of Export-Clixml.</summary>
    public const int FileDepth = 2;

    /// <summary>A script that serializes and deserializes the output of a command.</summary>
    public static string Of(string command, int depth = FileDepth) =>
        $"[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(({command}), {depth}))";
}
