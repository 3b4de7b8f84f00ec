namespace Bdrc.Waiting;

/// <summary>Writes what the looks of a wait bring.</summary>
/// <typeparam name="TReport">What a look brings.</typeparam>
internal interface IWaitReporter<in TReport>
{
    /// <summary>Writes what a look brought: objects, errors, progress.</summary>
    void Write(TReport report);

    /// <summary>How far the wait is, in a few words.</summary>
    string Describe(TReport report);

    /// <summary>Takes the bars away; the last call of every wait.</summary>
    void Complete();
}
