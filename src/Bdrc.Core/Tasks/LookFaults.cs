namespace Bdrc.Core.Tasks;

/// <summary>Decides which faults a wait sits out.</summary>
internal sealed class LookFaults
{
    /// <summary>More refusals in a row, some six minutes of them, are not a renewal any more.</summary>
    private const int RefusalsSatOut = 10;

    private bool _accepted;
    private int _refusals;

    /// <summary>Takes note of a look.</summary>
    /// <exception cref="BdrcException">The host was never reached: a wrong address rather than a fault that passes.</exception>
    public void Weigh(TaskLook look)
    {
        if (!_accepted && look.Disturbance is { Kind: BdrcErrorKind.Connection } unreachable)
            throw unreachable;

        if (look.Disturbance is null || look.Found.Count > 0)
            _refusals = 0;
        _accepted = true;
    }

    /// <summary>Whether the wait goes on after a failure that is the caller's.</summary>
    public bool CanSitOut(BdrcException failure) =>
        _accepted && PassingFault.IsRenewal(failure) && ++_refusals <= RefusalsSatOut;
}
