namespace Bdrc.Core.Tasks;

/// <summary>
/// The time between two polls. It grows from 2 s to 15 s with jitter, is shorter when a task is about to end, and longer after
/// throttling and faults. A fixed interval replaces all of this (spec/retries.md section 4).
/// </summary>
internal sealed class PollInterval
{
    private const double First = 2;
    private const double Longest = 15;
    private const double LongestAfterThrottling = 60;
    private const double Growth = 1.5;

    private readonly double? _fixedSeconds;
    private readonly Func<double> _jitter;
    private double _seconds;
    private double _nearEndFactor = 1;
    private bool _afterFault;

    public PollInterval(TimeSpan? fixedInterval, Func<double> jitter)
    {
        _fixedSeconds = fixedInterval?.TotalSeconds;
        _jitter = jitter;
        _seconds = First;
    }

    /// <summary>The next interval when the end cannot be estimated.</summary>
    public TimeSpan Next() => Next(null, TimeSpan.FromSeconds(1), ended: false);

    /// <summary>The next interval.</summary>
    /// <param name="untilNextEnd">The estimated time until a task ends; null when it cannot be estimated.</param>
    /// <param name="shortest">The shortest interval that the request count of a poll allows.</param>
    /// <param name="ended">Whether a task had ended at the last poll.</param>
    public TimeSpan Next(TimeSpan? untilNextEnd, TimeSpan shortest, bool ended)
    {
        if (_fixedSeconds is { } seconds)
            return TimeSpan.FromSeconds(seconds);

        var floor = shortest.TotalSeconds;
        var interval = Math.Max(_seconds, floor);
        if (ended)
            _nearEndFactor = 1;
        if (_afterFault)
        {
            // After a fault the progress of a task does not shorten the interval.
            _afterFault = false;
        }
        else if (untilNextEnd is { } end && end.TotalSeconds < interval)
        {
            // A progress that stays just below 100 % must not be polled faster and faster.
            interval = Math.Min(interval, Math.Max(end.TotalSeconds, floor * _nearEndFactor));
            _nearEndFactor = Math.Min(Longest, _nearEndFactor * 1.5);
        }
        else
        {
            _nearEndFactor = 1;
            _seconds = ended ? Math.Max(First, _seconds / Growth) : Math.Max(_seconds, Math.Min(Longest, _seconds * Growth));
            if (_seconds > Longest)
                _seconds = Longest;
        }

        // Up to a tenth more, so that many waiting jobs do not poll at the same moment.
        return TimeSpan.FromSeconds(interval * (1 + (0.1 * _jitter())));
    }

    /// <summary>Doubles the next interval, up to a minute, after throttling.</summary>
    public void BackOffAfterThrottling() => BackOff(LongestAfterThrottling);

    /// <summary>
    /// Doubles the next interval, up to the longest ordinary one, after a transient fault. After an outage the wait so continues
    /// within its usual interval. The retries of each poll already spare the service.
    /// </summary>
    public void BackOffAfterFault() => BackOff(Longest);

    private void BackOff(double longest)
    {
        _afterFault = true;
        _seconds = Math.Max(_seconds, Math.Min(longest, _seconds * 2));
    }
}
