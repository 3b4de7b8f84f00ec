namespace Bdrc.Faults.Tests.Matrix;

/// <summary>The effect of a fault on a call, which decides about retries.</summary>
internal enum Effect
{
    /// <summary>The service did not execute the request for now. Every operation is retried.</summary>
    Refused,

    /// <summary>The service may have executed the request. Only safe operations are retried.</summary>
    Lost,

    /// <summary>As Lost, but .NET itself retries a request without a body, so it must be a read.</summary>
    LostAndRetriedByNet,

    /// <summary>A final refusal: one attempt, then an error.</summary>
    Final,

    /// <summary>A refusal whose cause the module corrects once. Every operation is retried immediately.</summary>
    Recovered,

    /// <summary>Executed, but the response cannot be parsed: one attempt, then an error.</summary>
    Unreadable,

    /// <summary>An unusual but valid response.</summary>
    Harmless,
}
