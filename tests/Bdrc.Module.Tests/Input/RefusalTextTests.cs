namespace Bdrc.Module.Tests.Input;

/// <summary>What an error shows of a refused value.</summary>
public sealed class RefusalTextTests(BadInputSession session) : IClassFixture<BadInputSession>
{
    [Theory]
    [InlineData("-Proxy ftp://u:hunter2@proxy")]
    [InlineData("-Endpoint https://u:hunter2@host")]
    [InlineData("-CredentialsUri http://u:hunter2@example.com")]
    [InlineData("-CredentialsUri 'hunter2 '")]
    [InlineData("-AccessKeySecret @('hunter2')")]
    [InlineData("-AccessKeySecret 'hunter2 ' -AccessKeyId LTAI")]
    [InlineData("-SecurityToken @('hunter2')")]
    [InlineData("-SecurityToken hunter2")]
    [InlineData("-AccessKeyId @('hunter2')")]
    [InlineData("-AccessKeyId \"hunter2`n\" -AccessKeySecret x")]
    [InlineData("-ExternalId 'hunter2 ' -RoleArn acs:ram::1:role/x")]
    [InlineData("-Policy '{\"a\":\"hunter2\"' -RoleArn acs:ram::1:role/x")]
    public void Does_not_show_a_value_that_may_be_secret(string parameters)
    {
        var error = session.Engine.SingleError("New-BdrcContext cn-shanghai " + parameters);

        Assert.DoesNotContain("hunter2", session.Engine.AllStreams, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.TargetObject?.ToString() ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_refused_value()
    {
        Assert.Contains("'5000' is not allowed", TextOf("Get-BdrcTask -PageSize 5000"), StringComparison.Ordinal);
        Assert.Contains("'yesterday' is not allowed", TextOf("Get-BdrcMessage -LaterThan yesterday"), StringComparison.Ordinal);
        Assert.Contains(
            "An object of type Bdrc.BdrcContext is not allowed", TextOf("Get-BdrcTask (Get-BdrcContext)"), StringComparison.Ordinal);
        Assert.Contains("A list of values is not allowed", TextOf("Get-BdrcTask -Type CHECK_RULES, TEST"), StringComparison.Ordinal);
        Assert.Contains("An empty value is not allowed", TextOf("Measure-BdrcResource @{}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_neither_control_characters_nor_long_values()
    {
        var text = TextOf("Get-BdrcMessage -LaterThan \"$([char]27)[31m$('x' * 5000)\"");

        Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
        Assert.True(text.Length < 500, text);
    }

    private string TextOf(string line) => session.Engine.SingleError(line).Exception.Message;
}
