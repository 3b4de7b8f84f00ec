using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>One profile of the CLI's configuration file.</summary>
internal sealed class CliProfile(string file, string name, JsonElement fields)
{
    /// <summary>A cached session must be valid for at least this long.</summary>
    private static readonly TimeSpan MinimumValidity = TimeSpan.FromMinutes(3);

    public string Name => name;

    public string File => file;

    public string? Text(string field) => JsonFields.Text(fields, field);

    public DateTimeOffset? Time(string field) => JsonFields.Time(fields, field);

    public int? Number(string field) => int.TryParse(
        Text(field), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number > 0 ? number : null;

    public bool Flag(string field) => string.Equals(Text(field), "true", StringComparison.OrdinalIgnoreCase);

    public string Required(string field) => Text(field) ?? throw ProfileError.FieldMissing(name, file, field);

    public AccessCredentials Key(string? token) =>
        CredentialValidation.Check("access_key_id", "access_key_secret", Required("access_key_id"), Required("access_key_secret"), token);

    /// <summary>Throws when a login of the CLI has expired.</summary>
    /// <param name="field">The field with the expiration.</param>
    /// <param name="login">The kind of login, for the message.</param>
    /// <param name="context">Its clock is compared.</param>
    /// <exception cref="BdrcException">The login has expired.</exception>
    public void ThrowIfExpired(string field, string login, CredentialContext context)
    {
        if (Time(field) is { } end && end <= context.Clock.GetUtcNow())
            throw new BdrcException(BdrcErrorKind.Authentication, "LoginExpired", Strings.LoginExpired.FormatInvariant(name, login));
    }

    /// <summary>The temporary credentials that the CLI cached in its file; null when there are none or they expire soon.</summary>
    public ExpiringCredentials? CachedSession(CredentialContext context) =>
        Text("access_key_id") is { } id
        && Text("access_key_secret") is { } secret
        && Text("sts_token") is { } token
        && Time("sts_expiration") is { } end
        && end > context.Clock.GetUtcNow() + MinimumValidity
            ? new ExpiringCredentials(new AccessCredentials(id, secret, token), end)
            : null;
}
