using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>Rejects malformed keys and tokens before a request is signed with them.</summary>
internal static class CredentialValidation
{
    /// <summary>Checks a key and returns it as credentials.</summary>
    /// <param name="keyName">Name of the parameter, variable or field with the key id, for messages.</param>
    /// <param name="secretName">Name of the parameter, variable or field with the secret, for messages.</param>
    /// <param name="accessKeyId">Key id.</param>
    /// <param name="accessKeySecret">Secret.</param>
    /// <param name="securityToken">Token of a temporary key; null for none.</param>
    /// <exception cref="BdrcException">The key is incomplete or malformed.</exception>
    public static AccessCredentials Check(
        string keyName, string secretName, string? accessKeyId, string? accessKeySecret, string? securityToken)
    {
        if (string.IsNullOrWhiteSpace(accessKeyId))
            throw Invalid(Strings.KeyIdEmpty.FormatInvariant(keyName, secretName));
        if (string.IsNullOrWhiteSpace(accessKeySecret))
            throw Invalid(Strings.SecretEmpty.FormatInvariant(keyName, secretName));

        CheckCharacters(keyName, accessKeyId!);
        CheckCharacters(secretName, accessKeySecret!);
        CheckCharacters(Strings.TokenSource.FormatInvariant(keyName), securityToken ?? string.Empty);
        if (accessKeyId!.StartsWith("STS.", StringComparison.Ordinal) && string.IsNullOrEmpty(securityToken))
            throw Invalid(Strings.TokenMissing.FormatInvariant(keyName));
        return new AccessCredentials(accessKeyId, accessKeySecret!, securityToken);
    }

    private static void CheckCharacters(string name, string value)
    {
        foreach (var c in value)
        {
            // A line break that is copied with the key is the usual cause of a signature mismatch.
            if (c is <= ' ' or > '~')
                throw Invalid(Strings.KeyCharacters.FormatInvariant(name));
        }
    }

    private static BdrcException Invalid(string message) => new(BdrcErrorKind.Authentication, "InvalidCredentials", message);
}
