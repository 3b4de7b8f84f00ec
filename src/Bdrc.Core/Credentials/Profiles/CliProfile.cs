using System.Text.Json;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>One profile of a credentials file: named texts, read only.</summary>
internal sealed class CliProfile(string file, string name, JsonElement fields)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(3);

    public string Name => name;

    public string File => file;

    public string? Text(string field) => JsonFields.Text(fields, field);

    public DateTimeOffset? Time(string field) => JsonFields.Time(fields, field);

    public int? Number(string field) => int.TryParse(
        Text(field), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number > 0 ? number : null;

    public bool Flag(string field) => string.Equals(Text(field), "true", StringComparison.OrdinalIgnoreCase);

    public string Required(string field) => Text(field) ?? throw Refuse(Strings.ProfileFieldMissing.FormatInvariant(name, file, field));

    public static BdrcException Refuse(string message) => new(BdrcErrorKind.Authentication, "InvalidProfile", message);

    public AccessCredentials Key(string? token) =>
        CredentialValidation.Check("access_key_id", "access_key_secret", Required("access_key_id"), Required("access_key_secret"), token);

    /// <summary>Refuses a login of the CLI that has expired.</summary>
    /// <param name="field">The field with the end of the login.</param>
    /// <param name="login">Kind of login, for the message.</param>
    /// <param name="context">The clock.</param>
    /// <exception cref="BdrcException">It has expired.</exception>
    public void RefuseExpired(string field, string login, CredentialContext context)
    {
        if (Time(field) is { } end && end <= context.Clock.GetUtcNow())
            throw new BdrcException(BdrcErrorKind.Authentication, "LoginExpired", Strings.LoginExpired.FormatInvariant(name, login));
    }

    /// <summary>The session that the CLI wrote into its file; null when there is none or it has expired.</summary>
    public ExpiringCredentials? CachedSession(CredentialContext environment) =>
        Text("access_key_id") is { } id
        && Text("access_key_secret") is { } secret
        && Text("sts_token") is { } token
        && Time("sts_expiration") is { } end
        && end > environment.Clock.GetUtcNow() + Margin
            ? new ExpiringCredentials(new AccessCredentials(id, secret, token), end)
            : null;
}
