namespace Bdrc.Sandbox.Identity.Metadata;

/// <summary>How the instance metadata behaves.</summary>
public enum MetadataMode
{
    /// <summary>With and without a session token.</summary>
    Normal,

    /// <summary>With a session token only; 403 without.</summary>
    Hardened,

    /// <summary>An instance from before session tokens: 404 for them, and the header is not looked at.</summary>
    VersionOne,

    /// <summary>Everything is refused with 403.</summary>
    Forbidden,
}
