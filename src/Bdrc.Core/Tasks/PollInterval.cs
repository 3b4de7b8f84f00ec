namespace Bdrc.Core.Tasks;

/// <summary>
/// The time between two looks: 2 s growing to 15 s with jitter, cut short when a task is about to end, longer after faults
/// and throttling, or as the user says (spec/retries.md section 4).
/// </summary>
internal sealed class PollInterval
{
    private const double First = 2;
    private const double Longest = 15;
    private const double LongestAfterFaults = 60;
    private const double Growth = 1.5;

    private readonly double? _fixedSeconds;
    private readonly Func<double> _jitter;
    private double _seconds;
    private double _patience = 1;
    private bool _disturbed;

    public PollInterval(TimeSpan? fixedInterval, Func<double> jitter)
    {
        _fixedSeconds = fixedInterval?.TotalSeconds;
        _jitter = jitter;
        _seconds = First;
    }

    /// <summary>The next interval when nothing is known about the end.</summary>
    public TimeSpan Next() => Next(null, TimeSpan.FromSeconds(1), ended: false);

    /// <summary>The next interval.</summary>
    /// <param name="untilNextEnd">When the next task should end, from its progress; null when that cannot be told.</param>
    /// <param name="shortest">The shortest interval that the cost of a look allows.</param>
    /// <param name="ended">Whether the last look brought the end of a task.</param>
    public TimeSpan Next(TimeSpan? untilNextEnd, TimeSpan shortest, bool ended)
    {
        if (_fixedSeconds is { } asked)
            return TimeSpan.FromSeconds(asked);

        var floor = shortest.TotalSeconds;
        var seconds = Math.Max(_seconds, floor);
        if (ended)
            _patience = 1;
        if (_disturbed)
        {
            // A fault says more about the next look than the progress of a task does.
            _disturbed = false;
        }
        else if (untilNextEnd is { } end && end.TotalSeconds < seconds)
        {
            // A progress that stays just below its end must not be asked for ever faster.
            seconds = Math.Min(seconds, Math.Max(end.TotalSeconds, floor * _patience));
            _patience = Math.Min(Longest, _patience * 1.5);
        }
        else
        {
            _patience = 1;
            _seconds = ended ? Math.Max(First, _seconds / Growth) : Math.Max(_seconds, Math.Min(Longest, _seconds * Growth));
            if (_seconds > Longest)
                _seconds = Longest;
        }

        // Up to a tenth more, so that many waiting jobs do not ask in step.
        return TimeSpan.FromSeconds(seconds * (1 + (0.1 * _jitter())));
    }

    /// <summary>After a fault that may pass or a throttling: the next interval is twice as long, up to a minute.</summary>
    public void Lengthen()
    {
        _disturbed = true;
        _seconds = Math.Min(LongestAfterFaults, _seconds * 2);
    }
}
