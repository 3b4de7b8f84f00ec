using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Contract;

/// <summary>Lists are read page by page, as their items are written.</summary>
public sealed class StreamingTests
{
    [Fact]
    public async Task Requests_the_next_page_only_when_the_last_was_written()
    {
        await using var served = await ServedSandbox.StartAsync(options => options.Resources = 1000);
        using var engine = new Engine();
        engine.Run(served.Connect);
        using var shell = engine.Begin("Get-BdrcResource -PageSize 100");
        var seen = new List<int>();
        using var output =
            new System.Management.Automation.PSDataCollection<System.Management.Automation.PSObject> { BlockingEnumerator = true };
        output.DataAdded += (_, _) => seen.Add(served.Sandbox.RequestCount);

        var running = shell.BeginInvoke<System.Management.Automation.PSObject, System.Management.Automation.PSObject>(null, output);
        await Task.Run(() => shell.EndInvoke(running), TestContext.Current.CancellationToken);

        Assert.Equal(1000, seen.Count);
        for (var i = 0; i < seen.Count; i++)
            Assert.Equal((i / 100) + 1, seen[i]);
    }

    [Fact]
    public async Task Requests_one_page_when_ten_items_are_wanted()
    {
        await using var served = await ServedSandbox.StartAsync(options => options.Resources = 1000);
        using var engine = new Engine();

        Assert.Equal(10, engine.Run(served.Connect + "Get-BdrcResource -First 10").Count);
        Assert.Equal(1, served.Sandbox.RequestCount);

        engine.Run("$n = 0; foreach ($i in 1) { Get-BdrcResource | ForEach-Object { $n++; if ($n -eq 10) { break } } }");
        Assert.Equal(2, served.Sandbox.RequestCount);
    }
}
