using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Client;
using Bdrc.Core.Operations.Resources;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>The base of the commands that switch the checks of a resource.</summary>
public abstract class ResourceCheckCommand : BdrcCommand
{
    /// <summary>ARNs of resources, or objects that have a ResourceArn.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(ResourceArn), IsList = true)]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>Emit each resource as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Switches the resources.</summary>
    /// <param name="enabled">On or off.</param>
    /// <param name="action">What is done, for the question whether to.</param>
    protected void Switch(bool enabled, string action)
    {
        foreach (var arn in ResourceArn)
        {
            if (Confirmed(arn, action)
                && TryAwait(stop => SwitchAsync(arn, enabled, stop), arn, out _)
                && PassThru)
            {
                var pages = BdrcClient.For(Target, Report).DescribeResources(new ResourceQuery { ResourceArn = arn });
                WritePages(pages.ReadAsync, pages.GetTotalCount, arn);
            }
        }
    }

    private Task<string?> SwitchAsync(string arn, bool enabled, CancellationToken stop)
    {
        var client = BdrcClient.For(Target, Report);
        return enabled ? client.EnableCheckResourceAsync(arn, stop) : client.DisableCheckResourceAsync(arn, stop);
    }
}
