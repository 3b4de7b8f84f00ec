namespace Bdrc.Core.Tasks;

/// <summary>Decides which faults a wait sits out.</summary>
internal sealed class PollFaultPolicy
{
    /// <summary>More refusals in a row, some six minutes of them, are not a renewal any more.</summary>
    private const int RefusalsSatOut = 10;

    private bool _accepted;
    private int _refusals;

    /// <summary>Takes note of a look.</summary>
    /// <param name="disturbance">The fault that disturbed it; null for none.</param>
    /// <param name="brought">Whether it brought something all the same.</param>
    /// <exception cref="BdrcException">The host was never reached: a wrong address rather than a fault that passes.</exception>
    public void Weigh(BdrcException? disturbance, bool brought)
    {
        if (!_accepted && disturbance is { Kind: BdrcErrorKind.Connection })
            throw disturbance;

        if (disturbance is null || brought)
            _refusals = 0;
        _accepted = true;
    }

    /// <summary>Whether the wait goes on after a failure that is the caller's.</summary>
    public bool CanSitOut(BdrcException failure) =>
        _accepted && TransientFault.IsRenewal(failure) && ++_refusals <= RefusalsSatOut;
}
