using System.Net;
using System.Net.Sockets;
using Bdrc.Core.Client;
using Bdrc.Core.Operations.Policies;

namespace Bdrc.Core.Tests.Http;

/// <summary>A request that may have changed something is not sent twice, unless a retry changes nothing more.</summary>
public sealed class RetrySafetyTests
{
    private static readonly Func<BdrcClient, Task<BdrcTaskHandle>> Start = client => client.CheckRulesAsync("acs:ecs:x", null, default);

    [Fact]
    public async Task Does_not_retry_a_task_start_with_an_unknown_outcome()
    {
        var service = new ScriptedService().RespondsWithError(503, "ServiceUnavailable");

        var failure = await service.FailAsync(Start);

        Assert.Single(service.Requests);
        Assert.True(failure.OutcomeUnknown);
        Assert.Contains("may have taken effect", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retries_a_task_start_after_a_refused_connection()
    {
        var service = new ScriptedService()
            .Throws(new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)))
            .Succeeds();

        await service.RunAsync(Start);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Does_not_retry_a_task_start_after_a_connection_reset()
    {
        var service = new ScriptedService()
            .Throws(new HttpRequestException("reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))));

        Assert.True((await service.FailAsync(Start)).OutcomeUnknown);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Accepts_not_found_after_a_removal_with_an_unknown_outcome()
    {
        var service = new ScriptedService().RespondsWithError(502, "BadGateway").RespondsWithError(404, "EntityNotExist.ProtectionPolicy");

        await service.RunAsync(client => client.DeleteProtectionPolicyAsync("p-1", default));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Reports_not_found_for_a_removal_without_an_earlier_attempt()
    {
        var service = new ScriptedService().RespondsWithError(404, "EntityNotExist.ProtectionPolicy");

        Assert.Equal(BdrcErrorKind.NotFound, (await service.FailAsync(client => client.DeleteProtectionPolicyAsync("p-1", default))).Kind);
    }

    [Fact]
    public async Task Reads_the_service_state_instead_of_opening_the_service_twice()
    {
        var service = new ScriptedService()
            .RespondsWithError(504, "GatewayTimeout")
            .Responds(HttpStatusCode.OK, """{"Data":{"ServiceStatus":"OPENED"}}""");

        await service.RunAsync(client => client.OpenBdrcServiceAsync(default));

        Assert.Equal(["OpenBdrcService", "GetBdrcService"], service.Requests.Select(request => request["x-acs-action"]));
    }

    [Fact]
    public async Task Sends_the_same_client_token_with_all_attempts()
    {
        var service = new ScriptedService().RespondsWithError(500, "InternalError").Responds(HttpStatusCode.OK, "{}");

        await service.RunAsync(client => client.UpdateProtectionPolicyAsync("p-1", new PolicyChange { Name = "n" }, default));

        Assert.Equal(service.Requests[0]["x-acs-content-sha256"], service.Requests[1]["x-acs-content-sha256"]);
    }
}
