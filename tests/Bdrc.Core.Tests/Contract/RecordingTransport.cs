using System.Net;
using System.Text;

namespace Bdrc.Core.Tests.Contract;

/// <summary>The end of the pipeline: keeps what was sent and answers what the test wants, the last answer again and again.</summary>
internal sealed class RecordingTransport(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var target = request.RequestUri!;
        _requests.Add(new RecordedRequest(
            request.Method.Method,
            target.AbsolutePath,
            target.Query.TrimStart('?'),
            body,
            request.Content?.Headers.ContentType,
            Copy(request)));
        var answer = answers[Math.Min(_requests.Count, answers.Length) - 1];
        return new HttpResponseMessage(answer.Status)
        {
            Content = new StringContent(answer.Body, Encoding.UTF8, "application/json"),
            RequestMessage = request,
        };
    }

    // The pipeline sends one message again; what was sent the first time must not change.
    private static Dictionary<string, string> Copy(HttpRequestMessage request) =>
        request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
}
