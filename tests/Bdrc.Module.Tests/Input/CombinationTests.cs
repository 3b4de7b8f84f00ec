using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Input;

/// <summary>Parameters that exclude or need each other are named, both of them, and nothing is sent.</summary>
public sealed class CombinationTests(BadInputSession session) : IClassFixture<BadInputSession>
{
    [Theory]
    [MemberData(nameof(Combinations.Wrong), MemberType = typeof(Combinations))]
    public void Names_both_and_sends_nothing(string line, string one, string other)
    {
        var text = TextOf(line);

        Assert.Contains(one, text, StringComparison.Ordinal);
        Assert.Contains(other, text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Combinations.Unresolved), MemberType = typeof(Combinations))]
    public void Leaves_to_PowerShell_what_it_says_well_and_sends_nothing(string line, string named) =>
        Assert.Contains(named, TextOf(line), StringComparison.Ordinal);

    [Fact]
    public void A_refused_connection_leaves_the_context()
    {
        session.Engine.Run("$before = Get-BdrcContext");

        session.Engine.SingleError("Connect-Bdrc ap-southeast-1 -Endpoint bdrc.example.com -UseVpcEndpoint");

        Assert.Equal("True", session.Engine.Run("$after = Get-BdrcContext; [object]::ReferenceEquals($before, $after)").Single().ToString());
    }

    [Theory]
    [InlineData("Update-BdrcResource -Wait -Timeout 60 -PollInterval 1")]
    [InlineData("Measure-BdrcResource -HasTag env -Timeout 60")]
    [InlineData("Get-BdrcMessage -LaterThan 2024-01-01 -EarlierThan 2024-01-01")]
    [InlineData("Get-BdrcProtectionPolicy -PageSize 10 -ProtectionPolicyRegionId cn-beijing")]
    [InlineData("Set-BdrcResourceCategory rc-1 -Tag @{ env = 'prod' } -HasTag team -WhatIf")]
    [InlineData("New-BdrcContext cn-shanghai -GitHubActions -RoleArn acs:ram::1:role/x -OidcProviderArn acs:ram::1:oidc-provider/x -RoleSessionName job-1 -DurationSeconds 900")]
    [InlineData("New-BdrcContext cn-shanghai -AccessKeyId LTAI -AccessKeySecret x -SecurityToken '' -RoleArn acs:ram::1:role/x -ExternalId x1 -Policy '{}'")]
    public void Takes_what_belongs_together(string line)
    {
        session.Engine.Run(line);

        Assert.Empty(session.Engine.Errors);
    }

    [Theory]
    [InlineData("*-Bdrc*:Timeout", "Update-BdrcResource")]
    [InlineData("update-bdrcresource:timeoutsec", "Update-BdrcResource")]
    [InlineData("*:PollInterval", "Measure-BdrcResource -HasTag env -NoWait")]
    public void Takes_a_default_for_all_commands_for_no_mistake(string entry, string line)
    {
        using var engine = new Engine();

        var output = engine.Run($"$global:PSDefaultParameterValues = @{{ '{entry}' = 60 }}; Connect-Bdrc -Sandbox | Out-Null; {line}");

        Assert.Empty(engine.Errors);
        Assert.StartsWith("t-", Assert.Single(output).Properties["TaskId"].Value.ToString(), StringComparison.Ordinal);
    }

    private string TextOf(string line)
    {
        var before = session.Served.Sandbox.RequestCount;
        var error = session.Engine.SingleError(line);
        Assert.Equal(before, session.Served.Sandbox.RequestCount);
        return error.ErrorDetails?.Message ?? error.Exception.Message;
    }
}
