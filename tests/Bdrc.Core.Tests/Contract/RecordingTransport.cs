using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Bdrc.Core.Tests.Contract;

/// <summary>The end of the pipeline. Records the requests and returns the responses of the test; the last one repeats.</summary>
internal sealed class RecordingTransport(params (HttpStatusCode Status, string Body)[] responses) : HttpMessageHandler
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
        var response = responses[Math.Min(_requests.Count, responses.Length) - 1];
        return new HttpResponseMessage(response.Status)
        {
            Content = new StringContent(response.Body, Encoding.UTF8, "application/json"),
            RequestMessage = request,
        };
    }

    // The pipeline sends the same message again. The recorded headers must not change with it.
    private static Dictionary<string, string> Copy(HttpRequestMessage request) =>
        request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
}

/// <summary>A request as it left the pipeline.</summary>
internal sealed record RecordedRequest(
    string Method, string Path, string Query, string? Body, MediaTypeHeaderValue? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The encoded values of a name in the query or the form.</summary>
    public static IReadOnlyList<string> Values(string? encoded, string name) =>
        [.. Pairs(encoded).Where(pair => pair.Name == name).Select(pair => pair.Value)];

    public static IEnumerable<(string Name, string Value)> Pairs(string? encoded) =>
        from pair in (encoded ?? string.Empty).Split('&', StringSplitOptions.RemoveEmptyEntries)
        let at = pair.IndexOf('=', StringComparison.Ordinal)
        select (Uri.UnescapeDataString(pair[..at]), pair[(at + 1)..]);
}
