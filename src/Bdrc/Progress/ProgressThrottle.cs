using System.Diagnostics;

namespace Bdrc.Progress;

/// <summary>
/// Decides when progress is shown: bars at most once a second; where bars would fill a log, a plain line at each change and
/// every 30 s.
/// </summary>
/// <param name="place">What the reader looks at.</param>
internal sealed class ProgressThrottle(ProgressMode place)
{
    private static readonly TimeSpan BarInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private TimeSpan? _last;
    private string? _stage;

    /// <summary>Whether a bar is there that must be taken away.</summary>
    public bool HasBar => !place.IsPlain && _last is not null;

    /// <summary>Whether it is time; asked once for each look.</summary>
    /// <param name="stage">What counts as a change when it differs from the last that was shown.</param>
    public bool IsDue(string stage)
    {
        var due = _last is not { } last
            || _elapsed.Elapsed - last >= (place.IsPlain ? LineInterval : BarInterval)
            || (place.IsPlain && stage != _stage);
        if (!due)
            return false;

        _last = _elapsed.Elapsed;
        _stage = stage;
        return true;
    }

    /// <summary>Says that the bar was taken away.</summary>
    public void Forget() => _last = null;
}
