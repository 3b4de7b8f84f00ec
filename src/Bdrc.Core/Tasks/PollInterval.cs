namespace Bdrc.Core.Tasks;

/// <summary>The time between two looks: 2 s growing to 15 s with jitter, or as the user says (spec/retries.md section 4).</summary>
internal sealed class PollInterval
{
    private const double First = 2;
    private const double Longest = 15;
    private const double Growth = 1.5;

    private readonly double? _fixedSeconds;
    private readonly Func<double> _jitter;
    private double _seconds;

    public PollInterval(TimeSpan? fixedInterval, Func<double> jitter)
    {
        _fixedSeconds = fixedInterval?.TotalSeconds;
        _jitter = jitter;
        _seconds = fixedInterval?.TotalSeconds ?? First;
    }

    /// <summary>The next interval.</summary>
    public TimeSpan Next()
    {
        var seconds = _seconds;
        if (_fixedSeconds is null)
        {
            _seconds = Math.Min(Longest, _seconds * Growth);

            // Up to a tenth more, so that many waiting jobs do not ask in step.
            seconds *= 1 + (0.1 * _jitter());
        }
        else
        {
            _seconds = _fixedSeconds.Value;
        }

        return TimeSpan.FromSeconds(seconds);
    }

    /// <summary>After a transient fault: the next interval is twice as long, at most the longest.</summary>
    public void Lengthen() => _seconds = Math.Max(_seconds, Math.Min(Longest, _seconds * 2));
}
