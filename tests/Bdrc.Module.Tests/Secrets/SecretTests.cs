using System.Text.Json;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>No planted secret is seen in any stream, error, object, CliXml or JSON, whatever the form of credentials and however it fails.</summary>
[Collection(nameof(AloneWithTheSurroundings))]
public sealed class SecretTests
{
    private static readonly Dictionary<string, Action<SecretScene, SecretForm>> Failures = new(StringComparer.Ordinal)
    {
        ["a wrong secret"] = (scene, _) => scene.KeySecret = scene.Planted.Add("the wrong secret", "Planted+Wrong/Secret=With%Signs&Of<All>Sorts"),
        ["a refusal"] = (scene, form) => Fail(scene, form, Fault.Error(403, "NoPermission", "You are not authorized to do this action.")),
        ["garbage"] = (scene, form) => Fail(scene, form, Fault.Raw(200, "application/json", "{\"AccessKeySecret\":" + Echo(scene) + ",]")),
        ["a page"] = (scene, form) => Fail(scene, form, Fault.Raw(403, "text/html", "<html><body>" + Echo(scene) + "</body></html>")),
        ["an echo of what was sent"] = (scene, form) => Fail(scene, form, Refusal(scene)),
        ["an echo by BDRC"] = (scene, _) => scene.Sandbox.Faults.Add(Refusal(scene), "DescribeTasks", times: 50),
    };

    public static TheoryData<string> Forms => [.. SecretForms.All.Keys];

    public static TheoryData<string, string> FailingForms
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (name, form) in SecretForms.All)
            {
                foreach (var failure in Failures.Keys)
                {
                    var applies = failure switch
                    {
                        "a wrong secret" => form.HasKey,
                        "an echo by BDRC" => form.TemporaryKey,
                        "an echo of what was sent" => form.Service is not null && form.IsShown,
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
        var form = SecretForms.All[name];
        await using var scene = await SecretScene.StartAsync(form.TemporaryKey);

        var seen = scene.Run(form.Prepare(scene));

        Assert.Empty(seen.Errors);
        Assert.Contains(scene.Sandbox.Requests, request => request.Action == "DescribeTasks");
        Assert.Contains("UpdateResources: POST", seen["output"] + seen["verbose"] + seen["debug"], StringComparison.Ordinal);
        ShowsNothing(scene, seen);
    }

    [Theory]
    [MemberData(nameof(FailingForms))]
    public async Task Shows_no_secret_of_a_call_that_fails(string name, string failure)
    {
        var form = SecretForms.All[name];
        await using var scene = await SecretScene.StartAsync(form.TemporaryKey);
        if (failure == "a wrong secret")
            Failures[failure](scene, form);
        var arguments = form.Prepare(scene);
        if (failure != "a wrong secret")
            Failures[failure](scene, form);

        var seen = scene.Run(arguments);

        Assert.Contains(seen.Errors, error => error.Exception.GetType().Name == "BdrcException");
        ShowsNothing(scene, seen);
    }

    private static void Fail(SecretScene scene, SecretForm form, Fault fault) => scene.Sandbox.Faults.Add(fault, form.Service, times: 50);

    private static Fault Refusal(SecretScene scene) => Fault.Raw(
        400, "application/json", "{\"Code\":\"InvalidParameter\",\"Message\":" + Echo(scene, scene.Sent) + ",\"RequestId\":\"r-1\"}");

    private static string Echo(SecretScene scene, IEnumerable<string>? secrets = null) =>
        JsonSerializer.Serialize("The request was not understood: " + string.Join(", ", secrets ?? scene.Planted.Values));

    internal static void ShowsNothing(SecretScene scene, EverythingSeen seen)
    {
        foreach (var (stream, text) in seen.Streams)
        {
            if (scene.Planted.FoundIn(text) is { Count: > 0 } found)
                Assert.Fail($"The {stream} stream shows {string.Join("\n", found)}");
        }
    }
}
