using Bdrc.Core.Http;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Tests.Injection;

/// <summary>No value from a file, a variable, another program or a response adds a header to a request.</summary>
public sealed class HeaderInjectionTests(InjectionServer server) : IClassFixture<InjectionServer>
{
    public static TheoryData<string> InvalidValues =>
        new("x\r\nx-injected: 1", "x\nx-injected: 1", "x\rx-injected: 1", "x\r\n x", "x\0y", "x\u0085y", "x\u2028y", "\u00e9");

    [Theory]
    [MemberData(nameof(InvalidValues))]
    public async Task Refuses_a_security_token_with_a_line_break_or_invalid_character(string token)
    {
        var before = server.RequestCount;

        var refusal = await Assert.ThrowsAsync<BdrcException>(() =>
            server.Client(securityToken: token).DescribeTaskAsync("t-1", TestContext.Current.CancellationToken));

        Assert.Equal(("InvalidHeader", before), (refusal.Code, server.RequestCount));
        Assert.Contains("x-acs-security-token", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("injected", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(InvalidValues))]
    public async Task Refuses_an_operation_name_with_a_line_break_or_invalid_character(string action)
    {
        var before = server.RequestCount;

        var refusal = await Assert.ThrowsAsync<BdrcException>(() =>
            server.Client().InvokeAsync(new RawRequest { Path = "/api/v1/tasks", Action = action }, TestContext.Current.CancellationToken));

        Assert.Equal(("InvalidHeader", before), (refusal.Code, server.RequestCount));
        Assert.Contains("x-acs-action", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(InvalidValues))]
    public void Refuses_a_header_with_a_line_break_or_invalid_character(string value)
    {
        var call = new HttpCall("AssumeRole", new Uri("https://sts.example.invalid"))
        {
            Headers = [new("authorization", "Bearer " + value)],
        };

        Assert.Equal("InvalidHeader", Assert.Throws<BdrcException>(call.CreateMessage).Code);
    }
}
