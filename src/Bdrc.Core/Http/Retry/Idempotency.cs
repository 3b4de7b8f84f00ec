namespace Bdrc.Core.Http.Retry;

/// <summary>Whether a call may be repeated when it is not known to have taken effect (spec/retries.md section 2).</summary>
public enum Idempotency
{
    /// <summary>Changes nothing: may always be repeated.</summary>
    Read,

    /// <summary>Sets a state, or carries a ClientToken: repeating it changes nothing more.</summary>
    Idempotent,

    /// <summary>Removes something: as Idempotent, and not finding it after an unknown outcome means that it worked.</summary>
    Removal,

    /// <summary>Starts or creates something: repeated only when the earlier attempt certainly did nothing.</summary>
    None,
}
