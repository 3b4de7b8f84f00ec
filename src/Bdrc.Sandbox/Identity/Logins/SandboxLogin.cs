namespace Bdrc.Sandbox.Identity.Logins;

/// <summary>A login to CloudSSO or OAuth: what the CLI keeps in its configuration file.</summary>
public sealed class SandboxLogin
{
    internal SandboxLogin(string accessToken, string? refreshToken, DateTimeOffset expiration)
    {
        AccessToken = accessToken;
        RefreshToken = refreshToken;
        Expiration = expiration;
    }

    /// <summary>The token that keys are exchanged for.</summary>
    public string AccessToken { get; }

    /// <summary>The token that renews the login, once; null where there is none.</summary>
    public string? RefreshToken { get; }

    /// <summary>When the access token ends.</summary>
    public DateTimeOffset Expiration { get; }
}
