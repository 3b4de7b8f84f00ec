using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>Refuses keys and tokens that can only fail, before anything is signed with them.</summary>
internal static class CredentialValidation
{
    /// <summary>Checks a pair and makes credentials of it.</summary>
    /// <param name="keyName">How the user calls the key id, for the message.</param>
    /// <param name="secretName">How the user calls the secret.</param>
    /// <param name="accessKeyId">Key id.</param>
    /// <param name="accessKeySecret">Secret.</param>
    /// <param name="securityToken">Token or null.</param>
    public static AccessCredentials Check(
        string keyName, string secretName, string? accessKeyId, string? accessKeySecret, string? securityToken)
    {
        if (string.IsNullOrWhiteSpace(accessKeyId))
            throw Refuse(Strings.KeyIdEmpty.FormatInvariant(keyName, secretName));
        if (string.IsNullOrWhiteSpace(accessKeySecret))
            throw Refuse(Strings.SecretEmpty.FormatInvariant(keyName, secretName));

        RefuseBlanks(keyName, accessKeyId!);
        RefuseBlanks(secretName, accessKeySecret!);
        RefuseBlanks(Strings.TokenSource.FormatInvariant(keyName), securityToken ?? string.Empty);
        if (accessKeyId!.StartsWith("STS.", StringComparison.Ordinal) && string.IsNullOrEmpty(securityToken))
            throw Refuse(Strings.TokenMissing.FormatInvariant(keyName));
        return new AccessCredentials(accessKeyId, accessKeySecret!, securityToken);
    }

    private static void RefuseBlanks(string name, string value)
    {
        foreach (var c in value)
        {
            // The usual cause of a signature that does not match: a line break copied along with the key.
            if (c is <= ' ' or > '~')
                throw Refuse(Strings.KeyCharacters.FormatInvariant(name));
        }
    }

    private static BdrcException Refuse(string message) => new(BdrcErrorKind.Authentication, "InvalidCredentials", message);
}
