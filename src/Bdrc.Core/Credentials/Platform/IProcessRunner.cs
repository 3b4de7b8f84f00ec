namespace Bdrc.Core.Credentials.Platform;

/// <summary>Runs a program without a shell.</summary>
internal interface IProcessRunner
{
    /// <exception cref="TimeoutException">It took too long; it and its children were ended.</exception>
    Task<ProcessOutcome> RunAsync(IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken);
}
