using System.Globalization;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Http;

/// <summary>Signs the attempts of a call.</summary>
internal interface IRequestSigner
{
    /// <summary>Signs one attempt with a new date, nonce and signature (spec/signing.md section 6).</summary>
    /// <param name="request">The request, which can have the signature of an earlier attempt.</param>
    /// <param name="call">The call, with the credentials of the attempt.</param>
    void Sign(HttpRequestMessage request, HttpCall call);
}

/// <summary>Signs each attempt.</summary>
internal sealed class SigningHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = HttpCall.Of(request);
        call.Signer?.Sign(request, call);
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Signs with ACS3-HMAC-SHA256.</summary>
/// <param name="version">API version, sent as <c>x-acs-version</c>.</param>
internal sealed class Acs3RequestSigner(string version) : IRequestSigner
{
    public void Sign(HttpRequestMessage request, HttpCall call)
    {
        var credentials = call.Credentials ?? throw new InvalidOperationException("No credentials were fetched.");
        HeaderValue.Check("authorization", credentials.AccessKeyId);
        var signable = CreateSignable(call, credentials);
        var isRetry = request.Headers.Remove("authorization");
        var headers = signable.Headers;
        for (var i = 0; i < headers.Count; i++)
        {
            var name = headers[i].Key;
            if (name == "content-type")
                continue;
            HeaderValue.Check(name, headers[i].Value);
            if (isRetry)
                request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, headers[i].Value);
        }

        request.Headers.TryAddWithoutValidation(
            "authorization", Acs3Signer.Authorize(signable, credentials.AccessKeyId, credentials.AccessKeySecret));
        call.Signed = signable;
    }

    /// <summary>A time in the format of <c>x-acs-date</c>.</summary>
    public static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private SignableRequest CreateSignable(HttpCall call, AccessCredentials credentials)
    {
        var signable = new SignableRequest(call.Method, call.Path, call.Query);
        signable.AddHeader("host", call.Authority);
        signable.AddHeader("x-acs-action", call.Operation);
        signable.AddHeader("x-acs-content-sha256", call.PayloadHash);
        signable.AddHeader("x-acs-date", Timestamp(call.Clock.GetUtcNow() + call.Host.ClockSkew.Offset));
        signable.AddHeader("x-acs-signature-nonce", Guid.NewGuid().ToString());
        signable.AddHeader("x-acs-version", version);
        if (call.Body is not null)
            signable.AddHeader("content-type", call.ContentType);
        if (credentials.SecurityToken is not null)
        {
            signable.AddHeader("x-acs-accesskey-id", credentials.AccessKeyId);
            signable.AddHeader("x-acs-security-token", credentials.SecurityToken);
        }

        if (call.RetryDelay is { } waited)
        {
            signable.AddHeader("x-acs-retry-attempts", (call.Attempts - 1).ToString(CultureInfo.InvariantCulture));
            signable.AddHeader("x-acs-retry-delay", waited.ToString(CultureInfo.InvariantCulture));
        }

        return signable;
    }
}
