using System.Management.Automation;
using Bdrc.Core;

namespace Bdrc.Commands;

/// <summary>Get-BdrcRegion: the regions that resources can be in.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcRegion")]
[OutputType(typeof(BdrcRegion))]
public sealed class GetBdrcRegionCommand : BdrcCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteList(stop => BdrcClient.For(Target, Report).DescribeRegionsAsync(stop));
}
