using System.Globalization;
using System.Text;
using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The three operations of STS that are needed, version 2015-04-01.</summary>
internal static class StsClient
{
    private const string Version = "2015-04-01";

    /// <summary>Calls a signed operation: parameters in the query, ACS3.</summary>
    public static async Task<(JsonElement Json, TokenResponse Answer)> CallSignedAsync(
        CredentialContext environment,
        Uri address,
        string action,
        IEnumerable<KeyValuePair<string, string>> parameters,
        AccessCredentials credentials,
        CancellationToken cancellationToken)
    {
        var query = Form(parameters);
        var answer = await SendAsync(
            environment, address, action, now => Sign(now, address, action, query, credentials), cancellationToken).ConfigureAwait(false);
        return (answer.Json(), answer);
    }

    /// <summary>Exchanges an id token. Nothing is signed: the token in the body is the proof.</summary>
    public static async Task<TokenResponse> ExchangeAsync(
        CredentialContext environment,
        Uri address,
        IEnumerable<KeyValuePair<string, string>> parameters,
        CancellationToken cancellationToken)
    {
        var form = Encoding.UTF8.GetBytes(Form(parameters));
        return await SendAsync(
            environment,
            address,
            "AssumeRoleWithOIDC",
            now =>
            {
                var query = Form(
                [
                    new("Action", "AssumeRoleWithOIDC"), new("Format", "JSON"), new("Version", Version),
                    new("Timestamp", now), new("SignatureNonce", Guid.NewGuid().ToString()),
                ]);
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/?" + query)) { Content = new ByteArrayContent(form) };
                request.Content.Headers.TryAddWithoutValidation("content-type", "application/x-www-form-urlencoded");
                return request;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request with the host's time, as far as it is known; a stamp that is refused is put right once.</summary>
    private static async Task<TokenResponse> SendAsync(
        CredentialContext environment,
        Uri address,
        string action,
        Func<string, HttpRequestMessage> create,
        CancellationToken cancellationToken)
    {
        var skew = HostState.Of(address.Authority, environment.Transport).ClockSkew;
        for (var isFirst = true; ; isFirst = false)
        {
            var answer = await IdentityHttp.SendAsync(
                environment,
                $"STS {action} at {address.Authority}",
                () => create(Stamp(environment.Clock.GetUtcNow() + skew.Offset)),
                IdentityHttp.UsualTimeout,
                3,
                cancellationToken).ConfigureAwait(false);
            if (!isFirst
                || answer.IsSuccess
                || !ClockSkew.Causes(answer.Refusal().Code)
                || !skew.Learn(answer.ServerTime, environment.Clock.GetUtcNow()))
            {
                return answer;
            }

            if (skew.ShouldWarn())
                environment.Notices.Enqueue(new BdrcDiagnostic(BdrcDiagnosticLevel.Warning, skew.Describe(address.Authority)));
        }
    }

    private static HttpRequestMessage Sign(
        string now, Uri address, string action, string query, AccessCredentials credentials)
    {
        var signable = new SignableRequest("POST", "/", query);
        signable.AddHeader("host", address.Authority);
        signable.AddHeader("x-acs-action", action);
        signable.AddHeader("x-acs-content-sha256", PayloadHash.Empty);
        signable.AddHeader("x-acs-date", now);
        signable.AddHeader("x-acs-signature-nonce", Guid.NewGuid().ToString());
        signable.AddHeader("x-acs-version", Version);
        if (credentials.SecurityToken is not null)
        {
            signable.AddHeader("x-acs-accesskey-id", credentials.AccessKeyId);
            signable.AddHeader("x-acs-security-token", credentials.SecurityToken);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, query.Length == 0 ? "/" : "/?" + query));
        foreach (var header in signable.Headers)
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        request.Headers.TryAddWithoutValidation("accept", "application/json");
        request.Headers.TryAddWithoutValidation(
            "authorization", Acs3Signer.Authorize(signable, credentials.AccessKeyId, credentials.AccessKeySecret));
        return request;
    }

    private static string Form(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
            sorted.Add(parameter.Key, parameter.Value);
        var text = new StringBuilder();
        foreach (var parameter in sorted)
        {
            if (text.Length > 0)
                text.Append('&');
            PercentEncoder.Append(text, parameter.Key);
            text.Append('=');
            PercentEncoder.Append(text, parameter.Value);
        }

        return text.ToString();
    }

    private static string Stamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
