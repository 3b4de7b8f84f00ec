using System.Management.Automation;
using Bdrc.Core.Tests.Injection;
using Bdrc.Module.Tests.Input;
using Bdrc.Sandbox;

namespace Bdrc.Module.Tests.Injection;

/// <summary>The parameters of a context become host and headers: a hostile text cannot change the host or add a header.</summary>
public sealed class ContextInjectionTests(BadInputSession session) : IClassFixture<BadInputSession>
{
    /// <summary>Each parameter with its line; $address, $key and $secret are valid, $hostile is not.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "AccessKeyId", "cn-shanghai -Endpoint $address -AccessKeyId $hostile -AccessKeySecret $secret" },
        { "AccessKeyId", "cn-shanghai -Endpoint $address -AccessKeyId ($key + $hostile) -AccessKeySecret $secret" },
        { "AccessKeySecret", "cn-shanghai -Endpoint $address -AccessKeyId $key -AccessKeySecret $hostile" },
        { "AccessKeySecret", "cn-shanghai -Endpoint $address -AccessKeyId $key -AccessKeySecret ($secret + $hostile)" },
        { "SecurityToken", "cn-shanghai -Endpoint $address -AccessKeyId $key -AccessKeySecret $secret -SecurityToken $hostile" },
        {
            "SecurityToken",
            "cn-shanghai -Endpoint $address -AccessKeyId $key -AccessKeySecret $secret -SecurityToken ('token' + $hostile)"
        },
        { "Region", "$hostile -Endpoint $address -AccessKeyId $key -AccessKeySecret $secret" },
        { "Region", "('cn-shanghai' + $hostile) -AccessKeyId $key -AccessKeySecret $secret" },
        { "Endpoint", "cn-shanghai -Endpoint $hostile -AccessKeyId $key -AccessKeySecret $secret" },
        { "Endpoint", "cn-shanghai -Endpoint ($address + $hostile) -AccessKeyId $key -AccessKeySecret $secret" },
        { "Endpoint", "cn-shanghai -Endpoint ($address.Replace('://', '://' + $hostile)) -AccessKeyId $key -AccessKeySecret $secret" },
        { "ProfileName", "cn-shanghai -Endpoint $address -ProfileName $hostile" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Does_not_change_the_host_or_add_a_header(string parameter, string line)
    {
        session.Engine.Set("address", session.Served.Address.TrimEnd('/'));
        session.Engine.Set("key", session.Served.Options.AccessKeyId);
        session.Engine.Set("secret", session.Served.Options.AccessKeySecret);
        var wrong = new List<string>();
        foreach (var (name, text) in HostileTexts.All)
        {
            if (Problem(parameter, line, text) is { } problem)
                wrong.Add($"{name}: {problem}");
        }

        Assert.Empty(wrong);
    }

    private string? Problem(string parameter, string line, string text)
    {
        var sandbox = session.Served.Sandbox;
        var before = sandbox.RequestCount;
        session.Engine.Set("hostile", text);
        session.Engine.Run($"$context = New-BdrcContext {line}");
        var errors = session.Engine.Errors.ToList();
        var refused = errors.Count > 0;
        if (!refused)
        {
            // A context with another host is the fault; nothing is sent to it.
            var host = session.Engine.Run("$context.Endpoint.Authority")[0].ToString();
            if (host != new Uri(session.Served.Address).Authority)
                return line.Contains("-Endpoint $hostile", StringComparison.Ordinal)
                    && host is ['x' or '\u00E9', ..]
                    && !host.Any(CmdletInjectionTests.IsHarmful)
                        ? null
                        : $"leads to {host}";
            session.Engine.Run("Get-BdrcTask t-1 -Context $context");
            errors.AddRange(session.Engine.Errors);
        }

        if (errors.Find(error => !CmdletInjectionTests.IsOurs(error.Exception)) is { } strange)
            return $"{strange.Exception.GetType().Name}: {strange.Exception.Message}";
        if (errors.Find(error => CmdletInjectionTests.TextOf(error).Any(CmdletInjectionTests.IsHarmful)) is { } harmful)
            return $"an error shows what it should write out: {CmdletInjectionTests.TextOf(harmful)}";
        if (refused)
            return NamesIt(parameter, errors);
        return sandbox.Requests.TakeLast(sandbox.RequestCount - before).Select(Strange).FirstOrDefault(found => found is not null);
    }

    private static string? NamesIt(string parameter, List<ErrorRecord> errors)
    {
        var shown = parameter == "ProfileName" ? "profile" : parameter;
        var text = CmdletInjectionTests.TextOf(Assert.Single(errors));
        return text.Replace(" ", string.Empty, StringComparison.Ordinal).Contains(shown, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"the refusal does not name it: {text}";
    }

    private string? Strange(SandboxRequest request)
    {
        var other = request.Headers.FirstOrDefault(header => header.Key.Contains("injected", StringComparison.OrdinalIgnoreCase));
        if (other.Key is not null)
            return $"the header {other.Key} arrived";
        return request.RawTarget == "/api/v1/tasks/t-1" && request.Host == new Uri(session.Served.Address).Authority
            ? null
            : $"{request.RawTarget} arrived at {request.Host}";
    }
}
