using System.Globalization;
using Bdrc.Core.Operations;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Http;

/// <summary>Signs each attempt anew: date, nonce and signature are never used twice (spec/signing.md section 6).</summary>
internal sealed class SigningHandler : DelegatingHandler
{
    public const string FormContentType = "application/x-www-form-urlencoded";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var credentials = call.Credentials ?? throw new InvalidOperationException("No credentials were fetched.");
        var signable = new SignableRequest(call.Operation.Method, call.Path, call.Query);
        signable.AddHeader("host", call.Authority);
        signable.AddHeader("x-acs-action", call.Operation.Name);
        signable.AddHeader("x-acs-content-sha256", call.PayloadHash);
        signable.AddHeader("x-acs-date", Timestamp(call.State.TimeProvider.GetUtcNow() + call.Host.ClockSkew.Offset));
        signable.AddHeader("x-acs-signature-nonce", Guid.NewGuid().ToString());
        signable.AddHeader("x-acs-version", BdrcOperations.Version);
        if (call.Body is not null)
            signable.AddHeader("content-type", FormContentType);
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

        HeaderText.Check("authorization", credentials.AccessKeyId);

        // Every attempt but the first finds the headers of the one before it.
        var isRepeated = request.Headers.Remove("authorization");
        var headers = signable.Headers;
        for (var i = 0; i < headers.Count; i++)
        {
            var name = headers[i].Key;
            if (name == "content-type")
                continue;
            HeaderText.Check(name, headers[i].Value);
            if (isRepeated)
                request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, headers[i].Value);
        }

        request.Headers.TryAddWithoutValidation(
            "authorization", Acs3Signer.Authorize(signable, credentials.AccessKeyId, credentials.AccessKeySecret));
        call.Signed = signable;
        return base.SendAsync(request, cancellationToken);
    }

    private static string Timestamp(DateTimeOffset now) =>
        now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
