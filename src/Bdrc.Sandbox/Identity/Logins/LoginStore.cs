using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.Logins;

/// <summary>The logins to CloudSSO and OAuth. Safe for every thread.</summary>
internal sealed class LoginStore(int seed)
{
    private const int Kept = 10_000;

    private readonly Dictionary<string, (LoginKind Kind, SandboxLogin Login)> _logins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refreshTokens = new(StringComparer.Ordinal);
    private readonly Queue<SandboxLogin> _order = new();
    private int _count;

    public SandboxLogin Start(LoginKind kind, DateTimeOffset expiration)
    {
        lock (_logins)
        {
            var login = new SandboxLogin(NewToken("at"), kind == LoginKind.OAuth ? NewToken("rt") : null, expiration);
            if (_order.Count == Kept)
                Forget(_order.Dequeue());
            _order.Enqueue(login);
            _logins.Add(login.AccessToken, (kind, login));
            if (login.RefreshToken is not null)
                _refreshTokens.Add(login.RefreshToken);
            return login;
        }
    }

    public bool IsValid(LoginKind kind, string accessToken, DateTimeOffset now)
    {
        lock (_logins)
            return _logins.TryGetValue(accessToken, out var found) && found.Kind == kind && now < found.Login.Expiration;
    }

    /// <summary>Renews a login of OAuth; the refresh token is used up.</summary>
    /// <returns>The new login; null when there is no such refresh token, or none any more.</returns>
    public SandboxLogin? Renew(string refreshToken, DateTimeOffset expiration)
    {
        lock (_logins)
            return _refreshTokens.Remove(refreshToken) ? Start(LoginKind.OAuth, expiration) : null;
    }

    private string NewToken(string kind) => kind + "-" + SeededRandom.Tail(seed, RandomStream.LoginToken, ++_count);

    private void Forget(SandboxLogin login)
    {
        _logins.Remove(login.AccessToken);
        if (login.RefreshToken is not null)
            _refreshTokens.Remove(login.RefreshToken);
    }
}
