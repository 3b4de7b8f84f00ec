namespace Bdrc;

/// <summary>What sort of failure a <see cref="BdrcException"/> is; it decides the error category in PowerShell.</summary>
public enum BdrcErrorKind
{
    /// <summary>The service refused the call for a reason that has no kind of its own.</summary>
    Unknown,

    /// <summary>A parameter is missing or not allowed, found by this module or by the service.</summary>
    InvalidArgument,

    /// <summary>No usable credentials, or the service does not accept them.</summary>
    Authentication,

    /// <summary>The identity is known but may not do this.</summary>
    PermissionDenied,

    /// <summary>The thing asked for does not exist.</summary>
    NotFound,

    /// <summary>Too many calls, or a quota is used up.</summary>
    LimitsExceeded,

    /// <summary>An answer or the end of a wait did not come in time.</summary>
    Timeout,

    /// <summary>The host could not be reached or the connection broke.</summary>
    Connection,

    /// <summary>The service answered that it cannot serve now (5xx).</summary>
    Unavailable,

    /// <summary>The call does not fit the present state, for example a task of the kind is already running.</summary>
    Conflict,

    /// <summary>The answer could not be understood.</summary>
    InvalidResponse,
}
