namespace Bdrc.Core.Credentials.Platform;

/// <summary>Whose a file is.</summary>
internal enum FileOwner
{
    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>The user's of this process.</summary>
    User,

    /// <summary>The administrator's, who may do everything anyway.</summary>
    Root,

    /// <summary>Another user's.</summary>
    Other,
}
