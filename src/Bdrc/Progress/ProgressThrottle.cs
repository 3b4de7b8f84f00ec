using System.Diagnostics;

namespace Bdrc.Progress;

/// <summary>
/// Decides when progress is shown: bars at most once a second, lines at each change and every 30 s.
/// </summary>
/// <param name="mode">How progress is shown.</param>
internal sealed class ProgressThrottle(ProgressMode mode)
{
    private static readonly TimeSpan BarInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private TimeSpan? _last;
    private string? _stage;

    /// <summary>Whether a bar is shown that must be removed.</summary>
    public bool HasBar => !mode.IsPlain && _last is not null;

    /// <summary>Whether progress is due; called once for each poll.</summary>
    /// <param name="stage">The state; a different one than before is a change.</param>
    public bool IsDue(string stage)
    {
        var due = _last is not { } last
            || _elapsed.Elapsed - last >= (mode.IsPlain ? LineInterval : BarInterval)
            || (mode.IsPlain && stage != _stage);
        if (!due)
            return false;

        _last = _elapsed.Elapsed;
        _stage = stage;
        return true;
    }

    /// <summary>Records that the bar was removed.</summary>
    public void Forget() => _last = null;
}
