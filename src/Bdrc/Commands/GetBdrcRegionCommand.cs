using System.Management.Automation;

namespace Bdrc.Commands;

/// <summary>Get-BdrcRegion: the regions that resources can be in, or those that BDRC itself is called in.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcRegion")]
[OutputType(typeof(BdrcRegion))]
public sealed class GetBdrcRegionCommand : BdrcCommand
{
    /// <summary>Only the regions with a documented endpoint of BDRC. Nothing is sent: no account is needed.</summary>
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
