using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Server.Identity.Logins;

/// <summary>The service that a login belongs to.</summary>
internal enum LoginKind
{
    CloudSso,
    OAuth,
}

/// <summary>A login to CloudSSO or OAuth, as the CLI stores it in its configuration file.</summary>
public sealed class SandboxLogin
{
    internal SandboxLogin(string accessToken, string? refreshToken, DateTimeOffset expiration)
    {
        AccessToken = accessToken;
        RefreshToken = refreshToken;
        Expiration = expiration;
    }

    /// <summary>The token that is exchanged for keys.</summary>
    public string AccessToken { get; }

    /// <summary>The token that renews the login once; null when the login cannot be renewed.</summary>
    public string? RefreshToken { get; }

    /// <summary>When the access token expires.</summary>
    public DateTimeOffset Expiration { get; }
}

/// <summary>The logins to CloudSSO and OAuth. Thread-safe.</summary>
internal sealed class LoginStore(int seed)
{
    private const int Capacity = 10_000;

    private readonly Dictionary<string, (LoginKind Kind, SandboxLogin Login)> _logins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refreshTokens = new(StringComparer.Ordinal);
    private readonly Queue<SandboxLogin> _order = new();
    private int _count;

    public SandboxLogin Start(LoginKind kind, DateTimeOffset expiration)
    {
        lock (_logins)
        {
            var login = new SandboxLogin(NewToken("at"), kind == LoginKind.OAuth ? NewToken("rt") : null, expiration);
            if (_order.Count == Capacity)
                Remove(_order.Dequeue());
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

    /// <summary>Renews an OAuth login and invalidates its refresh token.</summary>
    /// <returns>The new login; null when the refresh token is unknown or was used before.</returns>
    public SandboxLogin? Renew(string refreshToken, DateTimeOffset expiration)
    {
        lock (_logins)
            return _refreshTokens.Remove(refreshToken) ? Start(LoginKind.OAuth, expiration) : null;
    }

    private string NewToken(string prefix) => prefix + "-" + SeededRandom.Tail(seed, IdentityRandom.LoginToken, ++_count);

    private void Remove(SandboxLogin login)
    {
        _logins.Remove(login.AccessToken);
        if (login.RefreshToken is not null)
            _refreshTokens.Remove(login.RefreshToken);
    }
}
