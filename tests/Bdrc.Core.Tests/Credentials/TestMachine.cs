using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>A machine that holds only what a test put there.</summary>
internal sealed class TestMachine : HttpMessageHandler, ICredentialFiles, IProcessRunner
{
    public TestMachine() => Environment = Make(name => Variables.GetValueOrDefault(name));

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["HOME"] = "/home/test" };

    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>What others may do with a file or folder; private to the user unless it is here.</summary>
    public Dictionary<string, FileAccessInfo> Reaches { get; } = new(StringComparer.Ordinal);

    /// <summary>What providers logged.</summary>
    public List<BdrcDiagnostic> Diagnostics { get; } = [];

    public List<string> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => throw new HttpRequestException("no route");

    /// <summary>Whether requests arrive and are never answered.</summary>
    public bool IsSilent { get; set; }

    public Func<IReadOnlyList<string>, ProcessOutcome> Run { get; set; } = _ => throw new TimeoutException();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    public CredentialContext Environment { get; }

    public static CredentialContext With(Func<string, string?> variable) => new TestMachine().Make(variable);

    public static HttpResponseMessage Json(string text, int status = 200) =>
        new((System.Net.HttpStatusCode)status) { Content = new StringContent(text) };

    public string Session(string id, int minutes = 60) =>
        $$"""{"Code":"Success","AccessKeyId":"{{id}}","AccessKeySecret":"planted-secret","SecurityToken":"planted-token","Expiration":"{{Clock.GetUtcNow().AddMinutes(minutes):yyyy-MM-dd'T'HH:mm:ss'Z'}}"}""";

    /// <summary>Receives what providers log.</summary>
    public void OnDiagnostic(BdrcDiagnostic diagnostic)
    {
        lock (Diagnostics)
            Diagnostics.Add(diagnostic);
    }

    public bool Exists(string path) => Texts.ContainsKey(path);

    public string ReadText(string path) => Texts.TryGetValue(path, out var text) ? text : throw new FileNotFoundException();

    public long Stamp(string path) => Texts.ContainsKey(path) ? 1 : 0;

    public FileAccessInfo Reach(string path) => Reaches.GetValueOrDefault(path) ?? new FileAccessInfo { Mode = 0x180, Owner = FileOwner.User };

    public Task<ProcessOutcome> RunAsync(IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken) =>
        Task.FromResult(Run(command));

    /// <summary>Waits for work while the clock runs on.</summary>
    public async Task<T> Finish<T>(Task<T> work)
    {
        // Away from the test's synchronisation context: with one, continuations would be queued and the clock would run ahead.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        for (var i = 0; i < 1000 && !work.IsCompleted; i++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(500));
            await ThreadPoolIdle.WaitAsync();
        }

        return await work.WaitAsync(TimeSpan.FromSeconds(30));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        lock (Requests)
        {
            Requests.Add($"{request.Method} {request.RequestUri}");
            Bodies.Add(body);
        }

        if (IsSilent)
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        return Answer(request);
    }

    private CredentialContext Make(Func<string, string?> variable) => new()
    {
        ReadVariable = variable,
        Files = this,
        Processes = this,
        Clock = Clock,
        Jitter = () => 0,
        Route = NetworkRoute.Into(this),
    };
}
