using System.Management.Automation.Host;

namespace Bdrc.Progress;

/// <summary>What shows the progress.</summary>
/// <param name="IsPlain">Whether there is no console, so that lines are written instead of bars.</param>
/// <param name="TaskProgressBars">How many bars of tasks fit.</param>
internal sealed record ProgressMode(bool IsPlain, int TaskProgressBars)
{
    private const int MostBars = 8;
    private const int UsualBars = 5;

    /// <summary>Looks at a host. Those that have no console of their own, such as editors, know best how to show bars.</summary>
    public static ProgressMode Of(PSHost host)
    {
        var ownsConsole = host.Name is "ConsoleHost" or "Bdrc.Console";
        return new ProgressMode(RunnerEnvironment.IsRunner || (ownsConsole && IsRedirected()), BarsOf(host));
    }

    /// <summary>Bars go to either stream, depending on the shell: with one of them a person may still look on.</summary>
    private static bool IsRedirected() => Console.IsOutputRedirected && Console.IsErrorRedirected;

    private static int BarsOf(PSHost host)
    {
        try
        {
            // A bar takes up to two lines, and the overall one needs its own; half of the window is left alone.
            return host.UI?.RawUI is { } raw ? Math.Max(1, Math.Min(MostBars, (raw.WindowSize.Height / 4) - 1)) : UsualBars;
        }
        // Hosts of editors, services and remote sessions have no window, and each tells so in one of these ways from RawUI or
        // WindowSize: it is their answer that is caught here.
        catch (Exception failure) when (failure is HostException or NotImplementedException or NotSupportedException or InvalidOperationException or IOException)
        {
            return UsualBars;
        }
    }
}
