using System.Globalization;

namespace Bdrc.Pipeline;

/// <summary>
/// Carries the UI culture of the session to the threads that continue its work, so that their messages are in its language. .NET
/// does that itself. Windows PowerShell does not: its program states no target framework, and .NET Framework then keeps the behavior
/// of version 4.5, in which each thread has its own culture.
/// </summary>
internal sealed class CultureFlow
{
    private static readonly CultureFlow? Session =
        AppContext.TryGetSwitch("Switch.System.Globalization.NoAsyncCurrentCulture", out var isOff) && isOff
            ? new CultureFlow(static culture => CultureInfo.CurrentUICulture = culture)
            : null;

    private readonly AsyncLocal<CultureInfo?> _culture;

    /// <summary>Creates a flow.</summary>
    /// <param name="apply">Sets the UI culture of the current thread.</param>
    public CultureFlow(Action<CultureInfo> apply) => _culture = new AsyncLocal<CultureInfo?>(change =>
    {
        // A thread of the pool that leaves the work is used for other work afterwards.
        if (change.ThreadContextChanged)
            apply(change.CurrentValue ?? CultureInfo.DefaultThreadCurrentUICulture ?? CultureInfo.InstalledUICulture);
    });

    /// <summary>Starts the flow from the pipeline thread; work that it starts from here on has its UI culture.</summary>
    public static void FromPipelineThread() => Session?.From(CultureInfo.CurrentUICulture);

    /// <summary>Sets the culture for the work that the current thread starts from here on.</summary>
    public void From(CultureInfo culture)
    {
        if (!culture.Equals(_culture.Value))
            _culture.Value = culture;
    }
}
