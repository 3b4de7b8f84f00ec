using Bdrc.Core.Operations;
using Bdrc.Core.Operations.Resources;
using Bdrc.Core.Tests.Http;

namespace Bdrc.Core.Tests.Json;

/// <summary>Bodies with a byte order mark, and names that no UTF-8 text can contain.</summary>
public sealed class UnusualTextTests
{
    [Theory]
    [InlineData("\\ud800", 0xD800)]
    [InlineData("\\udc00", 0xDC00)]
    [InlineData("a\\uD83D", 0x61, 0xD83D)]
    [InlineData("\\ud83d\\ud83d\\ude00", 0xD83D, 0xD83D, 0xDE00)]
    [InlineData("\\\\u\\n\u00e9\\\"\\ud800", 0x5C, 0x75, 0x0A, 0xE9, 0x22, 0xD800)]
    public async Task A_name_with_an_unpaired_surrogate_does_not_hide_the_rest_of_the_list(string written, params int[] read)
    {
        var names = await NamesOfAsync(Page(written));

        Assert.Equal(["first", string.Concat(read.Select(unit => (char)unit)), "last"], names);
    }

    [Fact]
    public async Task A_byte_order_mark_does_not_hide_the_list()
    {
        var names = await NamesOfAsync("\uFEFF" + Page("second"));

        Assert.Equal(["first", "second", "last"], names);
    }

    [Fact]
    public async Task A_raw_call_keeps_an_unpaired_surrogate()
    {
        using var server = new RawServer(RawServer.Http(200, "{\"a\\udc00\":\"\\ud800\"}", string.Empty));
        var client = ClientOverSocket.To($"http://127.0.0.1:{server.Port}");

        var fields = await client.InvokeAndReadAsync(
            new RawRequest { Method = "GET", Path = "/api/v1/tasks" }, TestContext.Current.CancellationToken);

        Assert.Equal([new("a\udc00", "\ud800")], Assert.IsType<Dictionary<string, object?>>(fields));
    }

    private static string Page(string name) =>
        "{\"Data\":{\"Content\":[" + Item("first") + "," + Item(name) + "," + Item("last") + "]}}";

    private static string Item(string name) => "{\"ResourceName\":\"" + name + "\"}";

    private static async Task<IEnumerable<string?>> NamesOfAsync(string body)
    {
        using var server = new RawServer(RawServer.Http(200, body, string.Empty));
        var client = ClientOverSocket.To($"http://127.0.0.1:{server.Port}");

        var page = await client.DescribeResources(new ResourceQuery()).ReadAsync(TestContext.Current.CancellationToken);

        return page!.Select(resource => resource.ResourceName);
    }
}
