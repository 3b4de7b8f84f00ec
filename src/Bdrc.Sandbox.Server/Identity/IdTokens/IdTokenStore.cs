using System.Text;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Server.Identity.IdTokens;

/// <summary>The claims of an id token.</summary>
/// <param name="Provider">The issuer.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Audience">The audience.</param>
/// <param name="Issued">When the token was issued.</param>
/// <param name="Expiration">When the token expires.</param>
internal sealed record IdToken(OidcProvider Provider, string Subject, string Audience, DateTimeOffset Issued, DateTimeOffset Expiration);

/// <summary>
/// The id tokens that were issued. They have the format of a JWT. A token is verified by looking it up here; its signature has no
/// public key. Thread-safe.
/// </summary>
internal sealed class IdTokenStore(int seed)
{
    private const int Capacity = 10_000;

    private readonly Dictionary<string, IdToken> _tokens = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _count;

    public string Issue(IdToken token)
    {
        lock (_tokens)
        {
            var text = Write(token, ++_count);
            if (_order.Count == Capacity)
                _tokens.Remove(_order.Dequeue());
            _order.Enqueue(text);
            _tokens.Add(text, token);
            return text;
        }
    }

    public IdToken? Find(string text)
    {
        lock (_tokens)
            return _tokens.GetValueOrDefault(text);
    }

    private string Write(IdToken token, int index)
    {
        var claims = SandboxJson.Object(json =>
        {
            json.WriteString("jti", SeededRandom.RequestId(seed, IdentityRandom.IdToken, index));
            json.WriteString("iss", token.Provider.Url);
            json.WriteString("sub", token.Subject);
            json.WriteString("aud", token.Audience);
            json.WriteNumber("iat", token.Issued.ToUnixTimeSeconds());
            json.WriteNumber("nbf", token.Issued.ToUnixTimeSeconds());
            json.WriteNumber("exp", token.Expiration.ToUnixTimeSeconds());
        });
        var signature = SeededRandom.Tail(seed, IdentityRandom.IdToken, index) + SeededRandom.Tail(seed, IdentityRandom.IdToken, -index);
        return Base64Url("{\"alg\":\"RS256\",\"kid\":\"sandbox\",\"typ\":\"JWT\"}") + "." + Base64Url(claims) + "." + Base64Url(signature);
    }

    private static string Base64Url(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
