namespace Bdrc.Sandbox.Identity.Logins;

/// <summary>What a login is to.</summary>
internal enum LoginKind
{
    CloudSso,
    OAuth,
}
