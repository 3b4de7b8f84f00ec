using System.Management.Automation;

namespace Bdrc.Benchmarks.Limit;

/// <summary>Get-LimitResource: the work of Get-BdrcResource at the lowest possible cost.</summary>
[Cmdlet(VerbsCommon.Get, "LimitResource")]
[OutputType(typeof(LimitResource))]
public sealed class GetLimitResourceCommand : LimitListCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WritePages("/api/v1/resources", LimitJsonContext.Default.LimitResponseLimitPageLimitResource);
}
