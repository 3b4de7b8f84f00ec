using System.Text.Json;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>No stream, error, object, CliXml or JSON shows a planted secret, for every form of credentials and every failure.</summary>
[Collection(nameof(CredentialContextCollection))]
public sealed class SecretTests
{
    private const string WrongSecret = "Planted+Wrong/Secret=With%Signs&Of<All>Sorts";

    private static readonly Dictionary<string, Action<SecretScenario, CredentialForm>> Failures = new(StringComparer.Ordinal)
    {
        ["a wrong secret"] = (scenario, _) => scenario.KeySecret = scenario.Planted.Add("the wrong secret", WrongSecret),
        ["a refusal"] = (scenario, form) =>
            Fail(scenario, form, Fault.Error(403, "NoPermission", "You are not authorized to do this action.")),
        ["garbage"] = (scenario, form) =>
            Fail(scenario, form, Fault.Raw(200, "application/json", "{\"AccessKeySecret\":" + Echo(scenario) + ",]")),
        ["a page"] = (scenario, form) =>
            Fail(scenario, form, Fault.Raw(403, "text/html", "<html><body>" + Echo(scenario) + "</body></html>")),
        ["an echo of what was sent"] = (scenario, form) => Fail(scenario, form, Refusal(scenario)),
        ["an echo by BDRC"] = (scenario, _) => scenario.Sandbox.Faults.Add(Refusal(scenario), "DescribeTasks", times: 50),
    };

    public static TheoryData<string> Forms => [.. CredentialForms.All.Keys];

    public static TheoryData<string, string> FailingForms
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (name, form) in CredentialForms.All)
            {
                foreach (var failure in Failures.Keys)
                {
                    var applies = failure switch
                    {
                        "a wrong secret" => form.UsesKey,
                        "an echo by BDRC" => form.TemporaryKey,
                        "an echo of what was sent" => form.Service is not null && form.ServiceReceivesSecrets,
                        _ => form.Service is not null,
                    };
                    if (applies)
                        rows.Add(name, failure);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Shows_no_secret_of_a_call_that_works(string name)
    {
        var form = CredentialForms.All[name];
        await using var scenario = await SecretScenario.StartAsync(form.TemporaryKey);

        var streams = scenario.Run(form.Prepare(scenario));

        Assert.Empty(streams.Errors);
        Assert.Contains(scenario.Sandbox.Requests, request => request.Action == "DescribeTasks");
        Assert.Contains("UpdateResources: POST", streams["output"] + streams["verbose"] + streams["debug"], StringComparison.Ordinal);
        AssertNoSecretIn(scenario, streams);
    }

    [Theory]
    [MemberData(nameof(FailingForms))]
    public async Task Shows_no_secret_of_a_call_that_fails(string name, string failure)
    {
        var form = CredentialForms.All[name];
        await using var scenario = await SecretScenario.StartAsync(form.TemporaryKey);
        if (failure == "a wrong secret")
            Failures[failure](scenario, form);
        var arguments = form.Prepare(scenario);
        if (failure != "a wrong secret")
            Failures[failure](scenario, form);

        var streams = scenario.Run(arguments);

        Assert.Contains(streams.Errors, error => error.Exception.GetType().Name == "BdrcException");
        AssertNoSecretIn(scenario, streams);
    }

    private static void Fail(SecretScenario scenario, CredentialForm form, Fault fault) =>
        scenario.Sandbox.Faults.Add(fault, form.Service, times: 50);

    private static Fault Refusal(SecretScenario scenario) => Fault.Raw(
        400,
        "application/json",
        "{\"Code\":\"InvalidParameter\",\"Message\":" + Echo(scenario, scenario.SentSecretValues) + ",\"RequestId\":\"r-1\"}");

    private static string Echo(SecretScenario scenario, IEnumerable<string>? secrets = null) =>
        JsonSerializer.Serialize("The request was not understood: " + string.Join(", ", secrets ?? scenario.Planted.Values));

    internal static void AssertNoSecretIn(SecretScenario scenario, CapturedStreams streams)
    {
        foreach (var (stream, text) in streams.All)
        {
            if (scenario.Planted.FindIn(text) is { Count: > 0 } found)
                Assert.Fail($"The {stream} stream shows {string.Join("\n", found)}");
        }
    }
}
