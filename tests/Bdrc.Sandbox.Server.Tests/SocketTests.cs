using System.Net.Sockets;
using System.Text;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Server.Tests;

public sealed class SocketTests
{
    [Fact]
    public async Task Starts_a_task_and_follows_it_over_a_socket()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        var taskId = (await fixture.Client.CallAsync("UpdateResources", ("ResourceType", "ACS::OSS::Bucket"))).TaskId;
        Assert.Equal("CREATED", (await fixture.Client.CallAsync("DescribeTask", ("TaskId", taskId))).Data.Text("TaskStatus"));
        fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        var response = await fixture.Client.CallAsync("DescribeTask", ("TaskId", taskId));
        Assert.Equal("COMPLETE", response.Data.Text("TaskStatus"));
        Assert.Equal("Fri, 02 Jan 2026 03:04:07 GMT", response.Header("Date"));
        Assert.Equal(response.Json.Text("RequestId"), response.Header("x-acs-request-id"));
    }

    [Fact]
    public async Task Accepts_a_body_in_chunks()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        var request = ContractRequests.Build("UpdateResources", ("ResourceType", "ACS::ECS::Instance"));
        var body = request.Body;
        using var content = new PushedContent(body);
        (await fixture.Client.SendAsync(request, content: content)).MustBe(200);
        Assert.Contains(fixture.Sandbox.Requests[0].Headers, header => header is { Key: "Transfer-Encoding", Value: "chunked" });
        Assert.Equal(body, fixture.Sandbox.Requests[0].Body);
    }

    [Theory]
    [InlineData("t-1%2F..%2F..%2Fservice")]
    [InlineData("%E4%BB%BB%E5%8A%A1")]
    [InlineData("a%20b%2Bc%25d")]
    public async Task Sees_the_target_as_it_was_sent(string segment)
    {
        await using var fixture = await ServedSandbox.StartAsync();
        var request = new WireRequest("DescribeTask", "GET", "/api/v1/tasks/" + segment);
        (await fixture.Client.SendAsync(request)).MustBe(404, "TaskNotFound");
        Assert.Equal("/api/v1/tasks/" + segment, fixture.Sandbox.Requests[0].RawTarget);
    }

    [Fact]
    public async Task Answers_the_absolute_form_of_a_proxy_client()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        var request = ContractRequests.Build("GetBdrcService");
        request.Host = fixture.Address.Authority;
        TestSigner.Sign(request, fixture.Client.AccessKeyId, fixture.Client.AccessKeySecret, fixture.Clock.GetUtcNow(), "n");
        var text = new StringBuilder($"GET http://{fixture.Address.Authority}{request.Target} HTTP/1.1\r\nConnection: close\r\n");
        foreach (var (name, value) in request.Headers)
            text.Append(name).Append(": ").Append(value).Append("\r\n");

        using var socket = new TcpClient();
        await socket.ConnectAsync(fixture.Address.Host, fixture.Address.Port, TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text.Append("\r\n").ToString()), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(socket.GetStream());
        Assert.Equal("HTTP/1.1 200 OK", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Breaks_the_connection_on_demand()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        fixture.Sandbox.Faults.Add(Fault.Reset(afterExecution: true));
        await Assert.ThrowsAsync<HttpRequestException>(() => fixture.Client.CallAsync("UpdateResources"));
        Assert.Single((await fixture.Client.CallAsync("DescribeTasks")).Content);
    }

    [Fact]
    public async Task Sends_pages_that_are_not_JSON_on_demand()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        fixture.Sandbox.Faults.Add(Fault.Status(502, FaultBody.Html));
        fixture.Sandbox.Faults.Add(Fault.Status(503, FaultBody.Empty));
        var page = await fixture.Client.CallAsync("DescribeTasks");
        page.MustBe(502);
        Assert.StartsWith("<html>", page.Text, StringComparison.Ordinal);
        var nothing = await fixture.Client.CallAsync("DescribeTasks");
        nothing.MustBe(503);
        Assert.Empty(nothing.Text);
    }

    [Fact]
    public async Task Tells_throttled_clients_the_wait()
    {
        await using var fixture = await ServedSandbox.StartAsync();
        for (var i = 0; i < 10; i++)
            (await fixture.Client.CallAsync("DescribeTasks")).MustBe(200);
        var response = await fixture.Client.CallAsync("DescribeTasks");
        response.MustBe(429, "Throttling.User");
        Assert.Equal("1000", response.Header("x-acs-retry-after"));
    }

    /// <summary>Content of unknown length, which goes out in chunks.</summary>
    private sealed class PushedContent(byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            foreach (var b in body)
            {
                await stream.WriteAsync(new[] { b });
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
