namespace Bdrc.Sandbox.Identity.IdTokens;

/// <summary>What an id token says.</summary>
/// <param name="provider">Who issued it.</param>
/// <param name="subject">Whom it is about.</param>
/// <param name="audience">For whom it is.</param>
/// <param name="issued">When it was issued.</param>
/// <param name="expiration">When it ends.</param>
internal sealed class IdToken(OidcProvider provider, string subject, string audience, DateTimeOffset issued, DateTimeOffset expiration)
{
    public OidcProvider Provider { get; } = provider;

    public string Subject { get; } = subject;

    public string Audience { get; } = audience;

    public DateTimeOffset Issued { get; } = issued;

    public DateTimeOffset Expiration { get; } = expiration;
}
