namespace Bdrc.Faults.Tests.Matrix;

/// <summary>What a fault means for a call, and so what must happen.</summary>
internal enum Effect
{
    /// <summary>The service did nothing for now: repeated for every operation.</summary>
    Refused,

    /// <summary>The service may have done it: repeated only where that does no harm.</summary>
    Lost,

    /// <summary>As Lost, but .NET itself repeats a request without a body: so that must be a read.</summary>
    LostUnseen,

    /// <summary>Refused for good: one attempt, an error.</summary>
    Final,

    /// <summary>Refused for a reason that the module mends by itself, once: repeated at once for every operation.</summary>
    Mended,

    /// <summary>Carried out, but the answer cannot be read: one attempt, an error that says so.</summary>
    Unreadable,

    /// <summary>Odd, but a right answer.</summary>
    Harmless,
}
