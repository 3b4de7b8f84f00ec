using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Retry;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>A machine that holds only what a test put there.</summary>
internal sealed class Surroundings : HttpMessageHandler, ICredentialFiles, IProcessRunner
{
    public Surroundings() => Environment = Make(name => Variables.GetValueOrDefault(name));

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["HOME"] = "/home/test" };

    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>What others may do with a file or folder; private to the user unless it is here.</summary>
    public Dictionary<string, FileAccessInfo> Reaches { get; } = new(StringComparer.Ordinal);

    public List<string> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => throw new HttpRequestException("no route");

    /// <summary>Whether requests arrive and are never answered.</summary>
    public bool IsSilent { get; set; }

    public Func<IReadOnlyList<string>, ProcessOutcome> Run { get; set; } = _ => throw new TimeoutException();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    public CredentialContext Environment { get; }

    public static CredentialContext With(Func<string, string?> variable) => new Surroundings().Make(variable);

    public static HttpResponseMessage Json(string text, int status = 200) =>
        new((System.Net.HttpStatusCode)status) { Content = new StringContent(text) };

    public string Session(string id, int minutes = 60) =>
        $$"""{"Code":"Success","AccessKeyId":"{{id}}","AccessKeySecret":"planted-secret","SecurityToken":"planted-token","Expiration":"{{Clock.GetUtcNow().AddMinutes(minutes):yyyy-MM-dd'T'HH:mm:ss'Z'}}"}""";

    public bool Exists(string path) => Texts.ContainsKey(path);

    public string ReadText(string path) => Texts.TryGetValue(path, out var text) ? text : throw new FileNotFoundException();

    public long Stamp(string path) => Texts.ContainsKey(path) ? 1 : 0;

    public FileAccessInfo Reach(string path) => Reaches.GetValueOrDefault(path) ?? new FileAccessInfo { Mode = 0x180, Owner = FileOwner.User };

    public Task<ProcessOutcome> RunAsync(IReadOnlyList<string> command, TimeSpan timeout, CancellationToken cancellationToken) =>
        Task.FromResult(Run(command));

    /// <summary>Waits for work while the clock runs on.</summary>
    public async Task<T> Finish<T>(Task<T> work)
    {
        for (var i = 0; i < 1000 && !work.IsCompleted; i++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        return await work.WaitAsync(TimeSpan.FromSeconds(30));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Requests)
        {
            Requests.Add($"{request.Method} {request.RequestUri}");
            Bodies.Add(body);
        }

        if (IsSilent)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        return Answer(request);
    }

    private CredentialContext Make(Func<string, string?> variable) => new()
    {
        ReadVariable = variable,
        Files = this,
        Processes = this,
        Clock = Clock,
        Jitter = () => 0,
        Transport = new HttpMessageInvoker(this),
    };
}
