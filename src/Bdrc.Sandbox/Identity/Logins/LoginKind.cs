namespace Bdrc.Sandbox.Identity;

/// <summary>What a login is to.</summary>
internal enum LoginKind
{
    CloudSso,
    OAuth,
}
