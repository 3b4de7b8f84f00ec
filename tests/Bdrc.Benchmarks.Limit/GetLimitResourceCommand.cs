using System.Management.Automation;

namespace Bdrc.Benchmarks.Limit;

/// <summary>Get-LimitResource: what Get-BdrcResource does, as cheaply as it can be done.</summary>
[Cmdlet(VerbsCommon.Get, "LimitResource")]
[OutputType(typeof(LimitResource))]
public sealed class GetLimitResourceCommand : LimitListCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WritePages("/api/v1/resources", LimitJsonContext.Default.LimitAnswerLimitPageLimitResource);
}
