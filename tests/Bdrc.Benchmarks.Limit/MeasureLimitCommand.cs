using System.Management.Automation;

namespace Bdrc.Benchmarks.Limit;

/// <summary>Measure-Limit: counts its input, for both sides of a comparison.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Limit")]
[OutputType(typeof(int))]
public sealed class MeasureLimitCommand : PSCmdlet
{
    private int _count;

    /// <summary>An object to count.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _count++;

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(_count);
}
