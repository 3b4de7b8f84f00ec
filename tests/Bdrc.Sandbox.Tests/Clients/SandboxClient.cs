using System.Globalization;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>Signs and sends requests over any transport.</summary>
public sealed class SandboxClient(HttpMessageInvoker http, TimeProvider clock, Uri? server = null)
{
    private int _nonce;

    public string AccessKeyId { get; set; } = new SandboxOptions().AccessKeyId;

    public string AccessKeySecret { get; set; } = new SandboxOptions().AccessKeySecret;

    /// <summary>Calls an operation with parameters placed as the contract says.</summary>
    public Task<SandboxHttpResponse> CallAsync(string operation, params (string Name, object Value)[] parameters) =>
        SendAsync(ContractRequests.Build(operation, parameters));

    /// <summary>Signs a request and sends it.</summary>
    public Task<SandboxHttpResponse> SendAsync(WireRequest request, Action<WireRequest>? afterSigning = null, HttpContent? content = null)
    {
        if (server is not null)
            request.Host = server.Authority;
        var nonce = "nonce-" + Interlocked.Increment(ref _nonce).ToString(CultureInfo.InvariantCulture);
        TestSigner.Sign(request, AccessKeyId, AccessKeySecret, clock.GetUtcNow(), nonce);
        afterSigning?.Invoke(request);
        return SendSignedAsync(request, content);
    }

    /// <summary>Sends a request that is not signed.</summary>
    public Task<SandboxHttpResponse> SendPlainAsync(WireRequest request, HttpContent? content = null)
    {
        if (server is not null)
            request.Host = server.Authority;
        return SendSignedAsync(request, content);
    }

    /// <summary>Sends a request as it is.</summary>
    public async Task<SandboxHttpResponse> SendSignedAsync(WireRequest request, HttpContent? content = null)
    {
        var raw = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var address = (server?.GetLeftPart(UriPartial.Authority) ?? "https://" + request.Host) + request.Target;
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(address, raw));
        if (content is null && (request.Body.Length > 0 || request.Headers.ContainsKey("content-type")))
            content = new ByteArrayContent(request.Body);
        message.Content = content;
        foreach (var (name, value) in request.Headers)
        {
            if (name == "content-type")
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            else if (name != "host")
                message.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(message, TestContext.Current.CancellationToken);
        return await SandboxHttpResponse.ReadAsync(response);
    }
}
