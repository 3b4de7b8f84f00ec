using System.Management.Automation.Host;

namespace Bdrc.Progress;

/// <summary>How progress is shown.</summary>
/// <param name="IsPlain">Whether lines are written instead of bars, because there is no console.</param>
/// <param name="MaximumBars">How many bars of tasks fit into the window.</param>
internal sealed record ProgressMode(bool IsPlain, int MaximumBars)
{
    private const int LargestCount = 8;
    private const int DefaultCount = 5;

    /// <summary>Chooses the mode for a host. A host without a console of its own, such as an editor, shows bars itself.</summary>
    public static ProgressMode Of(PSHost host)
    {
        var ownsConsole = host.Name is "ConsoleHost" or "Bdrc.Console";
        return new ProgressMode(IsRunner || (ownsConsole && IsRedirected()), BarsOf(host));
    }

    /// <summary>Shells write bars to different streams; while one is not redirected, bars are visible.</summary>
    private static bool IsRedirected() => Console.IsOutputRedirected && Console.IsErrorRedirected;

    /// <summary>Whether a variable is set that GitHub, Azure Pipelines and other build runners set.</summary>
    private static bool IsRunner => IsSet("CI") || IsSet("GITHUB_ACTIONS") || IsSet("TF_BUILD");

    private static bool IsSet(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        && !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);

    private static int BarsOf(PSHost host)
    {
        try
        {
            // A bar needs up to two lines, and so does the overall one. Half of the window stays free.
            return host.UI?.RawUI is { } raw ? Math.Max(1, Math.Min(LargestCount, (raw.WindowSize.Height / 4) - 1)) : DefaultCount;
        }
        // Hosts of editors, services and remote sessions have no window. RawUI or WindowSize then throws one of these.
        catch (Exception failure) when (
            failure is HostException or NotImplementedException or NotSupportedException or InvalidOperationException or IOException)
        {
            return DefaultCount;
        }
    }
}
