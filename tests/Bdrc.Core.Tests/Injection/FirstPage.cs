using System.Net;
using System.Text.Json;

namespace Bdrc.Core.Tests.Injection;

/// <summary>Answers the first request with an empty page and a cursor of its own, and lets the others through.</summary>
internal sealed class FirstPage(string nextToken, HttpMessageInvoker network) : HttpMessageHandler
{
    private bool _answered;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_answered)
            return network.SendAsync(request, cancellationToken);

        _answered = true;
        var body = JsonSerializer.Serialize(
            new { RequestId = "first", Data = new { Content = Array.Empty<object>(), NextToken = "TOKEN" } })
            .Replace("TOKEN", string.Concat(nextToken.Select(c => $"\\u{(int)c:x4}")), StringComparison.Ordinal);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) });
    }
}
