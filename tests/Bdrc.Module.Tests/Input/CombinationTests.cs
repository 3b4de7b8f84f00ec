using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Input;

/// <summary>An error names both of two parameters that exclude or need each other, and nothing is sent.</summary>
public sealed class CombinationTests(BadInputSession session) : IClassFixture<BadInputSession>
{
    [Theory]
    [MemberData(nameof(Combinations.Wrong), MemberType = typeof(Combinations))]
    public void Names_both_parameters_and_sends_nothing(string line, string one, string other)
    {
        var text = TextOf(line);

        Assert.Contains(one, text, StringComparison.Ordinal);
        Assert.Contains(other, text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Combinations.Unresolved), MemberType = typeof(Combinations))]
    public void Leaves_other_errors_to_PowerShell_and_sends_nothing(string line, string named) =>
        Assert.Contains(named, TextOf(line), StringComparison.Ordinal);

    [Fact]
    public void A_refused_connection_does_not_change_the_context()
    {
        session.Engine.Run("$before = Get-BdrcContext");

        session.Engine.SingleError("Connect-Bdrc ap-southeast-1 -Endpoint bdrc.example.com -UseVpcEndpoint");

        Assert.Equal(
            "True", session.Engine.Run("$after = Get-BdrcContext; [object]::ReferenceEquals($before, $after)").Single().ToString());
    }

    [Theory]
    [InlineData("Update-BdrcResource -Wait -Timeout 60 -PollInterval 1")]
    [InlineData("Measure-BdrcResource -HasTag env -Timeout 60")]
    [InlineData("Get-BdrcMessage -LaterThan 2024-01-01 -EarlierThan 2024-01-01")]
    [InlineData("Get-BdrcProtectionPolicy -PageSize 10 -ProtectionPolicyRegionId cn-beijing")]
    [InlineData("Set-BdrcResourceCategory rc-1 -Tag @{ env = 'prod' } -HasTag team -WhatIf")]
    [InlineData(
        "New-BdrcContext cn-shanghai -GitHubActions -RoleArn acs:ram::1:role/x -OidcProviderArn acs:ram::1:oidc-provider/x " +
        "-RoleSessionName job-1 -DurationSeconds 900")]
    [InlineData(
        "New-BdrcContext cn-shanghai -AccessKeyId LTAI -AccessKeySecret x -SecurityToken '' -RoleArn acs:ram::1:role/x -ExternalId x1 " +
        "-Policy '{}'")]
    public void Accepts_parameters_that_belong_together(string line)
    {
        session.Engine.Run(line);

        Assert.Empty(session.Engine.Errors);
    }

    [Theory]
    [InlineData("*-Bdrc*:Timeout", "Update-BdrcResource")]
    [InlineData("update-bdrcresource:timeoutsec", "Update-BdrcResource")]
    [InlineData("*:PollInterval", "Measure-BdrcResource -HasTag env -NoWait")]
    public void Ignores_a_default_for_all_commands_that_has_no_effect(string entry, string line)
    {
        using var engine = new Engine();

        var output = engine.Run($"$global:PSDefaultParameterValues = @{{ '{entry}' = 60 }}; Connect-Bdrc -Sandbox | Out-Null; {line}");

        Assert.Empty(engine.Errors);
        Assert.StartsWith("t-", Assert.Single(output).Properties["TaskId"].Value.ToString(), StringComparison.Ordinal);
    }

    // -Tag, -HasTag and -TagNot belong to an object that several commands share; the value there must be removed as well.
    [Fact]
    public void Ignores_a_default_tag_beside_a_typed_condition()
    {
        using var engine = new Engine();
        const string Matcher = """[{"Key":"env","Operator":"KEY_EXIST"}]""";

        var output = engine.Run(
            "$global:PSDefaultParameterValues = @{ '*:Tag' = @{ no = 'such' } }; Connect-Bdrc -Sandbox | Out-Null; " +
            $"Measure-BdrcResource -TagResourceMatcher '{Matcher}'");

        Assert.Empty(engine.Errors);
        Assert.NotEmpty(output);
    }

    [Fact]
    public void A_default_sandbox_counts_more_than_default_connection_settings()
    {
        using var engine = new Engine();

        var context = Assert.Single(engine.Run(
            "$global:PSDefaultParameterValues = @{ 'Connect-Bdrc:Sandbox' = $true; '*:Proxy' = 'http://127.0.0.1:1'; " +
            "'*:Endpoint' = 'bdrc.example.com' }; Connect-Bdrc"));

        Assert.Empty(engine.Errors);
        Assert.Equal(true, context.Properties["IsSandbox"].Value);
    }

    [Theory]
    [InlineData("*-Bdrc*:Proxy", "http://127.0.0.1:1")]
    [InlineData("*:Endpoint", "bdrc.example.com")]
    [InlineData("Connect-Bdrc:ProfileName", "work")]
    [InlineData("Connect-*:UseVpcEndpoint", "$true")]
    public void Ignores_a_default_that_the_sandbox_has_no_use_for(string entry, string value)
    {
        using var engine = new Engine();

        var output = engine.Run(
            $"$global:PSDefaultParameterValues = @{{ '{entry}' = {Quote(value)} }}; Connect-Bdrc -Sandbox; Get-BdrcService");

        Assert.Empty(engine.Errors);
        Assert.Equal(true, output[0].Properties["IsSandbox"].Value);
        Assert.Equal("OPENED", output[1].Properties["ServiceStatus"].Value);
    }

    [Theory]
    [InlineData("*:Endpoint", "bdrc.example.com", "-MaxRetry 0", "bdrc.example.com")]
    [InlineData("*:Endpoint", "bdrc.example.com", "-UseVpcEndpoint", "bdrc-vpc.cn-shanghai.aliyuncs.com")]
    [InlineData("*:UseVpcEndpoint", "$true", "-Endpoint bdrc.example.com", "bdrc.example.com")]
    public void Prefers_a_typed_parameter_to_a_default_that_excludes_it(string entry, string value, string typed, string host)
    {
        using var engine = new Engine();
        engine.Run($"$global:PSDefaultParameterValues = @{{ '{entry}' = {Quote(value)} }}");

        var context = engine.Run("New-BdrcContext cn-shanghai -AccessKeyId LTAI5tSomebody000001 -AccessKeySecret x " + typed).Single();

        Assert.Empty(engine.Errors);
        Assert.Equal(host, ((Uri)context.Properties["Endpoint"].Value).Host);
    }

    [Fact]
    public void Refuses_a_typed_value_beside_a_default_for_the_same_parameter()
    {
        using var engine = new Engine();

        var error = engine.SingleError(
            "$global:PSDefaultParameterValues = @{ '*:Proxy' = 'http://127.0.0.1:1' }; Connect-Bdrc -Sandbox -Proxy http://127.0.0.1:2");

        Assert.StartsWith("ParametersExclusive", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_switch_that_is_off_counts_as_not_given()
    {
        session.Engine.Run("New-BdrcContext cn-shanghai -Sandbox:$false -AccessKeyId LTAI5tSomebody000001 -AccessKeySecret x");

        Assert.Empty(session.Engine.Errors);
    }

    [Fact]
    public void Refuses_keys_from_the_pipeline_that_cannot_be_combined_with_a_typed_parameter()
    {
        var error = session.Engine.SingleError("[pscustomobject]@{ AccessKeyId = 'LTAI' } | New-BdrcContext cn-shanghai -ProfileName work");

        Assert.StartsWith("ParametersExclusive", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static string Quote(string value) => value.StartsWith('$') ? value : $"'{value}'";

    private string TextOf(string line)
    {
        var before = session.Served.Sandbox.RequestCount;
        var error = session.Engine.SingleError(line);
        Assert.Equal(before, session.Served.Sandbox.RequestCount);
        return error.ErrorDetails?.Message ?? error.Exception.Message;
    }
}
