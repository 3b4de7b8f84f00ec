using System.Globalization;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>A simulated machine: environment variables, files, network and child processes are what a test configures.</summary>
internal sealed class TestMachine : HttpMessageHandler, ICredentialFiles, IProcessRunner
{
    public TestMachine() => Context = CreateContext(name => Variables.GetValueOrDefault(name));

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["HOME"] = "/home/test" };

    public Dictionary<string, string> FileTexts { get; } = new(StringComparer.Ordinal);

    /// <summary>Owner and permissions of files and folders. The default is a file that only the user can access.</summary>
    public Dictionary<string, FileAccessInfo> Permissions { get; } = new(StringComparer.Ordinal);

    /// <summary>The diagnostics of providers.</summary>
    public List<BdrcDiagnostic> Diagnostics { get; } = [];

    public List<string> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public Func<HttpRequestMessage, HttpResponseMessage> Respond { get; set; } = _ => throw new HttpRequestException("no route");

    /// <summary>Whether requests never get a response.</summary>
    public bool NeverResponds { get; set; }

    public Func<IReadOnlyList<string>, ProcessOutcome> RunProcess { get; set; } = _ => throw new TimeoutException();

    public FakeTimeProvider Clock { get; } =
        new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    public CredentialContext Context { get; }

    public static CredentialContext ContextWith(Func<string, string?> readVariable) => new TestMachine().CreateContext(readVariable);

    public static HttpResponseMessage Json(string text, int status = 200) =>
        new((System.Net.HttpStatusCode)status) { Content = new StringContent(text) };

    /// <summary>Returns temporary credentials as the identity services do.</summary>
    public string SessionJson(string id, int minutes = 60)
    {
        var expiration = Clock.GetUtcNow().AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $$"""{"Code":"Success","AccessKeyId":"{{id}}","AccessKeySecret":"planted-secret","SecurityToken":"planted-token","""
            + $$""" "Expiration":"{{expiration}}"}""";
    }

    public ICredentialProvider SelectProvider(ContextRequest request) => CredentialSelection.Choose(request, Context).Provider;

    /// <summary>Selects a provider and fetches its credentials.</summary>
    public Task<AccessCredentials> FetchAsync(ContextRequest request) =>
        SelectProvider(request).GetAsync(OnDiagnostic, CancellationToken.None);

    /// <summary>Receives the diagnostics of providers.</summary>
    public void OnDiagnostic(BdrcDiagnostic diagnostic)
    {
        lock (Diagnostics)
            Diagnostics.Add(diagnostic);
    }

    public bool Exists(string path) => FileTexts.ContainsKey(path);

    public string ReadText(string path) => FileTexts.TryGetValue(path, out var text) ? text : throw new FileNotFoundException();

    public long LastWriteTicks(string path) => FileTexts.ContainsKey(path) ? 1 : 0;

    public FileAccessInfo AccessOf(string path) =>
        Permissions.GetValueOrDefault(path) ?? new FileAccessInfo { Mode = 0x180, Owner = FileOwner.User };

    public Task<ProcessOutcome> RunAsync(IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken) =>
        Task.FromResult(RunProcess(command));

    /// <summary>Runs a task to its end and advances the clock meanwhile.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        // Leave the synchronisation context of the test: it would queue continuations, and the clock would advance before they run.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        for (var i = 0; i < 1000 && !task.IsCompleted; i++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(500));
            await ThreadPoolIdle.WaitAsync();
        }

        return await task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null
            ? string.Empty
            : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        lock (Requests)
        {
            Requests.Add($"{request.Method} {request.RequestUri}");
            Bodies.Add(body);
        }

        if (NeverResponds)
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        return Respond(request);
    }

    private CredentialContext CreateContext(Func<string, string?> readVariable) => new()
    {
        ReadVariable = readVariable,
        Files = this,
        Processes = this,
        Clock = Clock,
        Jitter = () => 0,
        Route = NetworkRoute.Into(this),
    };
}
