using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Load;

/// <summary>Many runspaces call two accounts in parallel while faults occur. The benchmark "soak" does the same for minutes.</summary>
public sealed class ParallelCallTests
{
    [Fact]
    public async Task Returns_each_task_once_to_the_call_that_requested_it_in_64_runspaces_on_two_accounts()
    {
        await using var first = await LoadAccount.StartAsync("LTAI5tFirstAccountKey001", seed: 1);
        await using var second = await LoadAccount.StartAsync("LTAI5tSecondAccountKey02", seed: 2);
        using var engine = new Engine();
        engine.Run(LoadRound.Prepare(first, second));

        // The accounts share no task id, so a response of the other account counts as mixed.
        Assert.Empty(engine.Run("$firstIds | Where-Object { $_ -cin $secondIds }"));
        var round = LoadRound.Run(
            script => [.. engine.Run(script).Select(result => result.ToString())], Engine.ModulePath, first, second);

        Assert.Empty(engine.Errors);

        // One request for each call and one retry for each fault; nothing else.
        const int Faults = 2 * LoadRound.FaultsEach;
        Assert.Equal(new LoadRound(Lost: 0, Doubled: 0, Mixed: 0, Faults, (2 * LoadRound.CallsOfAccount) + Faults), round);
        Assert.All([first, second], account => Assert.InRange(account.OpenConnections, 0, LoadRound.Runspaces));
    }

    [Theory]
    [InlineData("1/0 a a|1/1 b b", 0, 0, 0)]
    [InlineData("1/0 a |1/1 b b", 1, 0, 0)]
    [InlineData("1/0 a a", 1, 0, 0)]
    [InlineData("1/0 a a a|1/1 b b", 0, 1, 0)]
    [InlineData("1/0 a a|1/1 b b|1/1 b b", 0, 1, 0)]
    [InlineData("1/0 a b|1/1 b a", 0, 0, 2)]
    [InlineData("1/0 a a b|1/1 b ", 1, 1, 1)]
    public void Counts_lost_doubled_and_mixed_calls(string output, int lost, int doubled, int mixed) =>
        Assert.Equal((lost, doubled, mixed), LoadRound.Count(output.Split('|'), calls: 2));
}
