using Bdrc.Text;

namespace Bdrc.Core.Credentials.Profiles;

/// <summary>The errors of profiles and of the files that hold them. No message quotes a file, which may contain secrets.</summary>
internal static class ProfileError
{
    /// <summary>Longer than every mode and shorter than every secret.</summary>
    private const int MaxModeLength = 24;

    public static BdrcException Invalid(string message) => new(BdrcErrorKind.Authentication, "InvalidProfile", message);

    public static BdrcException NotFound(string name, string files) =>
        new(BdrcErrorKind.Authentication, "NoSuchProfile", Strings.ProfileMissing.FormatInvariant(name, files));

    public static BdrcException FieldMissing(string name, string file, string field) =>
        Invalid(Strings.ProfileFieldMissing.FormatInvariant(name, file, field));

    public static BdrcException FieldInvalid(string name, string field) =>
        Invalid(Strings.ProfileFieldFormat.FormatInvariant(name, field));

    public static BdrcException ModeNotSupported(string name, string file, string mode) =>
        Invalid(Strings.ProfileModeRefused.FormatInvariant(name, file, IsPlain(mode) ? mode : Strings.ModeHidden));

    /// <summary>Only the type of the cause is shown: the message of a parser can quote the file.</summary>
    public static BdrcException Unreadable(string file, Exception cause) =>
        Invalid(Strings.CredentialFileUnreadable.FormatInvariant(file, cause.GetType().Name));

    /// <summary>Whether the text can be a mode. In a damaged file the mode can be a secret.</summary>
    private static bool IsPlain(string mode)
    {
        foreach (var c in mode)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '(' or ')'))
                return false;
        }

        return mode.Length <= MaxModeLength;
    }
}
