using System.Text;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.IdTokens;

/// <summary>
/// The id tokens that were issued. They have the form of a JWT; whether one is genuine is decided by looking it up, since
/// nobody outside holds the key it would be checked with.
/// </summary>
internal sealed class IdTokenStore(int seed)
{
    private const int Kept = 10_000;

    private readonly Dictionary<string, IdToken> _tokens = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _count;

    public string Issue(IdToken token)
    {
        lock (_tokens)
        {
            var text = Write(token, ++_count);
            if (_order.Count == Kept)
                _tokens.Remove(_order.Dequeue());
            _order.Enqueue(text);
            _tokens.Add(text, token);
            return text;
        }
    }

    public IdToken? Find(string text)
    {
        lock (_tokens)
            return _tokens.TryGetValue(text, out var token) ? token : null;
    }

    private string Write(IdToken token, int index)
    {
        var claims = SandboxJson.Object(json =>
        {
            json.WriteString("jti", SeededRandom.RequestId(seed, RandomStream.IdToken, index));
            json.WriteString("iss", token.Provider.Url);
            json.WriteString("sub", token.Subject);
            json.WriteString("aud", token.Audience);
            json.WriteNumber("iat", token.Issued.ToUnixTimeSeconds());
            json.WriteNumber("nbf", token.Issued.ToUnixTimeSeconds());
            json.WriteNumber("exp", token.Expiration.ToUnixTimeSeconds());
        });
        var signature = SeededRandom.Tail(seed, RandomStream.IdToken, index) + SeededRandom.Tail(seed, RandomStream.IdToken, -index);
        return Part("{\"alg\":\"RS256\",\"kid\":\"sandbox\",\"typ\":\"JWT\"}") + "." + Part(claims) + "." + Part(signature);
    }

    private static string Part(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
