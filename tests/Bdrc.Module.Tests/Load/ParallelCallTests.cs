using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Load;

/// <summary>Many runspaces, two accounts, and faults, all at once. The benchmark "soak" does the same for minutes.</summary>
public sealed class ParallelCallTests
{
    [Fact]
    public async Task Loses_doubles_and_mixes_up_nothing_between_64_runspaces_and_two_accounts()
    {
        await using var first = await LoadAccount.StartAsync("LTAI5tFirstAccountKey001", seed: 1);
        await using var second = await LoadAccount.StartAsync("LTAI5tSecondAccountKey02", seed: 2);
        using var engine = new Engine();
        engine.Run(LoadRound.Prepare(first, second));

        var round = LoadRound.Run(script => [.. engine.Run(script).Select(result => result.ToString())], Engine.ModulePath, first, second);

        Assert.Empty(engine.Errors);
        Assert.Equal((LoadRound.CallsOfAccount, LoadRound.CallsOfAccount, 0), (round.First, round.Second, round.Mixed));
        Assert.Equal((0, 0), (round.Lost, round.Doubled));
        Assert.Equal(2 * LoadRound.FaultsEach, round.Faults);

        // Every call once, and once more for each fault; nothing else.
        Assert.InRange(round.Requests, 2 * LoadRound.CallsOfAccount, (2 * LoadRound.CallsOfAccount) + round.Faults);
        Assert.All([first, second], account => Assert.InRange(account.OpenConnections, 0, LoadRound.Runspaces));
    }
}
