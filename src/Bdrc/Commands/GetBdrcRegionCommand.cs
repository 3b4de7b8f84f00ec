using System.Management.Automation;

namespace Bdrc.Commands;

/// <summary>Get-BdrcRegion: the regions of resources, or those with an endpoint of BDRC.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcRegion")]
[OutputType(typeof(BdrcRegion))]
public sealed class GetBdrcRegionCommand : BdrcCommand
{
    /// <summary>Only the regions with a documented endpoint of BDRC. Sends nothing and needs no account.</summary>
    [Parameter]
    public SwitchParameter HasEndpoint { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!HasEndpoint)
            base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!HasEndpoint)
        {
            WriteList(stop => Client.DescribeRegionsAsync(stop));
            return;
        }

        foreach (var region in ServiceRegions.Names)
            WriteObject(new BdrcRegion { RegionId = region.Key, LocalName = region.Value });
    }
}
