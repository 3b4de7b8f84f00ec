using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations.Resources;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcResourceCheck: turns the checks and score of a resource on.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcResourceCheck", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcResource))]
public class EnableBdrcResourceCheckCommand : BdrcCommand
{
    /// <summary>ARNs of resources, or objects that have a ResourceArn.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceArn), IsList = true)]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>Emit each resource after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Switch(isEnabled: true, Strings.ActionCheckEnable);

    /// <summary>Turns the checks of the resources on or off.</summary>
    /// <param name="isEnabled">Whether the checks are on afterwards.</param>
    /// <param name="action">The action, for ShouldProcess.</param>
    private protected void Switch(bool isEnabled, string action)
    {
        foreach (var arn in ResourceArn)
        {
            if (ConfirmChange(arn, action)
                && TryAwait(stop => SwitchAsync(arn, isEnabled, stop), arn, out _)
                && PassThru)
            {
                var pages = Client.DescribeResources(new ResourceQuery { ResourceArn = arn });
                WritePages(pages.ReadAsync, pages.GetTotalCount, arn);
            }
        }
    }

    private Task<string?> SwitchAsync(string arn, bool isEnabled, CancellationToken stop) =>
        isEnabled ? Client.EnableCheckResourceAsync(arn, stop) : Client.DisableCheckResourceAsync(arn, stop);
}
