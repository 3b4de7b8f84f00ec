using System.Net;
using System.Net.Sockets;
using Bdrc.Core.Client;
using Bdrc.Core.Operations.Policies;

namespace Bdrc.Core.Tests.Http;

/// <summary>What may have changed something is not sent twice; what changes nothing more is.</summary>
public sealed class RepeatSafetyTests
{
    private static readonly Func<BdrcClient, Task<BdrcTaskHandle>> Start = client => client.CheckRulesAsync("acs:ecs:x", null, default);

    [Fact]
    public async Task Sends_what_starts_a_task_once_when_the_outcome_is_unknown()
    {
        var service = new ScriptedService().Refuses(503, "ServiceUnavailable");

        var failure = await service.FailAsync(Start);

        Assert.Single(service.Requests);
        Assert.True(failure.OutcomeUnknown);
        Assert.Contains("may have taken effect", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeats_what_starts_a_task_when_the_connection_was_refused()
    {
        var service = new ScriptedService()
            .Breaks(new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)))
            .Succeeds();

        await service.RunAsync(Start);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Does_not_repeat_what_starts_a_task_when_the_connection_broke_after_sending()
    {
        var service = new ScriptedService()
            .Breaks(new HttpRequestException("reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))));

        Assert.True((await service.FailAsync(Start)).OutcomeUnknown);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Takes_a_thing_that_is_gone_for_removed_when_an_earlier_attempt_may_have_worked()
    {
        var service = new ScriptedService().Refuses(502, "BadGateway").Refuses(404, "EntityNotExist.ProtectionPolicy");

        await service.RunAsync(client => client.DeleteProtectionPolicyAsync("p-1", default));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Reports_a_thing_that_was_never_there()
    {
        var service = new ScriptedService().Refuses(404, "EntityNotExist.ProtectionPolicy");

        Assert.Equal(BdrcErrorKind.NotFound, (await service.FailAsync(client => client.DeleteProtectionPolicyAsync("p-1", default))).Kind);
    }

    [Fact]
    public async Task Asks_the_service_whether_it_was_opened_instead_of_opening_it_twice()
    {
        var service = new ScriptedService()
            .Refuses(504, "GatewayTimeout")
            .Answers(HttpStatusCode.OK, """{"Data":{"ServiceStatus":"OPENED"}}""");

        await service.RunAsync(client => client.OpenBdrcServiceAsync(default));

        Assert.Equal(["OpenBdrcService", "GetBdrcService"], service.Requests.Select(request => request["x-acs-action"]));
    }

    [Fact]
    public async Task Keeps_the_client_token_over_all_attempts()
    {
        var service = new ScriptedService().Refuses(500, "InternalError").Answers(HttpStatusCode.OK, "{}");

        await service.RunAsync(client => client.UpdateProtectionPolicyAsync("p-1", new PolicyChange { Name = "n" }, default));

        Assert.Equal(service.Requests[0]["x-acs-content-sha256"], service.Requests[1]["x-acs-content-sha256"]);
    }
}
