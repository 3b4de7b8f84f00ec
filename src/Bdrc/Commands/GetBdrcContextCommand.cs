using System.Management.Automation;
using Bdrc.Core.Contexts;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>
/// Get-BdrcContext: the context that commands without -Context use, or its identity. It writes nothing when there is neither a
/// context of Connect-Bdrc nor one in the environment, so that a script can test for it.
/// </summary>
[Cmdlet(VerbsCommon.Get, "BdrcContext")]
[OutputType(typeof(BdrcContext), typeof(BdrcIdentity))]
public sealed class GetBdrcContextCommand : BdrcCommand
{
    private bool _isAbsent;

    /// <summary>Query STS for the account and the identity instead.</summary>
    [Parameter]
    public SwitchParameter Identity { get; set; }

    /// <inheritdoc/>
    private protected override void Prepare()
    {
        try
        {
            base.Prepare();
        }
        catch (BdrcException failure) when (failure.Code == ContextFactory.NoRegionCode && !Identity && ProfileName is null)
        {
            _isAbsent = true;
            OnDiagnostic(new BdrcDiagnostic(
                BdrcDiagnosticLevel.Verbose, () => Strings.ContextAbsent.FormatInvariant(failure.Message)));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Identity)
            TryWriteResult(stop => CallerIdentity.GetAsync(ResolvedContext, OnDiagnostic, stop), target: null);
        else if (!_isAbsent)
            WriteObject(ResolvedContext);
    }
}
