using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Bdrc.Sandbox.Http;

/// <summary>Sends requests to a sandbox without a socket.</summary>
/// <param name="handleAsync">The sandbox's entry point.</param>
internal sealed class SandboxHandler(Func<SandboxRequest, CancellationToken, Task<SandboxResponse>> handleAsync) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var received = await ReadRequestAsync(request, cancellationToken).ConfigureAwait(false);
        var response = await handleAsync(received, cancellationToken).ConfigureAwait(false);
        if (response.Reset)
            throw new HttpRequestException("The connection was reset by the sandbox.", new SocketException((int)SocketError.ConnectionReset));

        var message = new HttpResponseMessage((HttpStatusCode)response.StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(response.Body),
        };
        if (response.ContentType is not null)
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(response.ContentType);
        foreach (var header in response.Headers)
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return message;
    }

    private static async Task<SandboxRequest> ReadRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var headers = new List<KeyValuePair<string, string>>(12);
        Copy(request.Headers, headers);
        var body = Array.Empty<byte>();
        if (request.Content is not null)
        {
            Copy(request.Content.Headers, headers);
#if NET
            body = await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
            body = await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
#endif
        }

        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no URI.");
        var host = request.Headers.Host ?? uri.Authority;
        return new SandboxRequest(request.Method.Method, uri.PathAndQuery, host, headers, body);
    }

    private static void Copy(HttpHeaders from, List<KeyValuePair<string, string>> to)
    {
        foreach (var header in from)
        {
            // The parts of a User-Agent form one value. Other lists are separate values, each of which a client may have signed.
            if (string.Equals(header.Key, "User-Agent", StringComparison.OrdinalIgnoreCase))
            {
                to.Add(new KeyValuePair<string, string>(header.Key, string.Join(" ", header.Value)));
                continue;
            }

            foreach (var value in header.Value)
                to.Add(new KeyValuePair<string, string>(header.Key, value));
        }
    }
}
