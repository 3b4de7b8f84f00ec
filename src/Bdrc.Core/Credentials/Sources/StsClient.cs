using System.Text;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Calls STS, API version 2015-04-01.</summary>
internal static class StsClient
{
    private const string Version = "2015-04-01";
    private const int MaxRetries = 2;

    private static readonly Acs3RequestSigner Signer = new(Version);

    /// <summary>Calls an operation that is signed with ACS3. The parameters are sent in the query.</summary>
    public static Task<TokenResponse> CallSignedAsync(
        CredentialContext context,
        Uri endpoint,
        string action,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        ICredentialProvider caller,
        CancellationToken cancellationToken)
    {
        var query = CanonicalTarget.Query(parameters);
        var request = new IdentityRequest("STS " + action, new Uri(endpoint, query.Length == 0 ? "/" : "/?" + query))
        {
            Method = "POST",
            Operation = action,
            MaxRetries = MaxRetries,
            CredentialProvider = caller,
            Signer = Signer,
        };
        return IdentityClient.SendAsync(context, request, cancellationToken);
    }

    /// <summary>Exchanges an id token for credentials. The request is not signed: the token in the body authenticates it.</summary>
    public static Task<TokenResponse> ExchangeAsync(
        CredentialContext context,
        Uri endpoint,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellationToken)
    {
        const string Action = "AssumeRoleWithOIDC";
        var request = new IdentityRequest("STS " + Action, new Uri(endpoint, "/"))
        {
            Method = "POST",
            Operation = Action,
            Body = Encoding.UTF8.GetBytes(CanonicalTarget.Query(parameters)),
            MaxRetries = MaxRetries,
            Signer = new TimestampQuery(Action),
        };
        return IdentityClient.SendAsync(context, request, cancellationToken);
    }

    /// <summary>Adds a new timestamp and nonce to the query of each attempt.</summary>
    private sealed class TimestampQuery(string action) : IRequestSigner
    {
        public void Sign(HttpRequestMessage request, HttpCall call)
        {
            call.Query = CanonicalTarget.Query(
            [
                new("Action", action),
                new("Format", "JSON"),
                new("Version", Version),
                new("Timestamp", Acs3RequestSigner.Timestamp(call.Clock.GetUtcNow() + call.Host.ClockSkew.Offset)),
                new("SignatureNonce", Guid.NewGuid().ToString()),
            ]);
            request.RequestUri = RequestUri.Build(call.Endpoint.Scheme, call.Authority, call.Target);
        }
    }
}
