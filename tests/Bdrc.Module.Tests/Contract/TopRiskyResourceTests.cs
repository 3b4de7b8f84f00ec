using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Contract;

/// <summary>Get-BdrcTopRiskyResource has the paging parameters of other lists, over a list that is read in one call.</summary>
public sealed class TopRiskyResourceTests
{
    [Theory]
    [InlineData("-First 2", "0 1")]
    [InlineData("-Skip 1 -First 2", "1 2")]
    [InlineData("-First 0", "")]
    public async Task Writes_the_part_of_the_list_that_is_asked_for(string paging, string positions)
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect + "$all = @(Get-BdrcTopRiskyResource)");

        var part = engine.Run($"Get-BdrcTopRiskyResource {paging} | ForEach-Object {{ $all.ResourceArn.IndexOf($_.ResourceArn) }}");

        Assert.Empty(engine.Errors);
        Assert.Equal(positions, string.Join(' ', part));
    }

    [Fact]
    public async Task Counts_the_whole_list_whatever_part_is_written()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var engine = new Engine();
        engine.Run(served.Connect);

        var all = engine.Run("Get-BdrcTopRiskyResource").Count;
        var before = served.Sandbox.RequestCount;
        var output = engine.Run(
            "$output = @(Get-BdrcTopRiskyResource -First 1 -IncludeTotalCount); $output.Count; [int]$output[0]; $output[0].Accuracy");

        Assert.Empty(engine.Errors);
        Assert.True(all > 1);
        Assert.Equal($"2 {all} 1", string.Join(' ', output));
        Assert.Equal(1, served.Sandbox.RequestCount - before);
    }

    [Fact]
    public void Only_NoWait_means_that_a_command_does_not_wait()
    {
        using var engine = new Engine();

        var found = engine.Run("""
            Get-Command -Module Bdrc -CommandType Cmdlet | ForEach-Object {
                $command = $_
                $command.Parameters.Values | Where-Object SwitchParameter | ForEach-Object { @($_.Name) + $_.Aliases } |
                    Where-Object { $_ -match 'wait|async|background|detach|immediate' } |
                    ForEach-Object { "$($command.Name) -$_" }
            }
            """).Select(item => item.ToString()).Where(text => !text.EndsWith(" -Wait", StringComparison.Ordinal));

        Assert.Equal(["Measure-BdrcResource -NoWait"], found);
    }
}
