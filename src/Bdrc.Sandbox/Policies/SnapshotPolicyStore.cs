using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Policies;

/// <summary>
/// The automatic snapshot policies of ECS. They belong to another product, so the sandbox has no list of them: each well-formed id
/// exists until it is deleted.
/// </summary>
internal sealed class SnapshotPolicyStore
{
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);

    public void Delete(string id) => _deleted.Add(id);

    public bool Exists(string id) => IsWellFormed(id) && !_deleted.Contains(id);

    /// <exception cref="PlatformException">The snapshot policy does not exist.</exception>
    public void EnsureExists(string id)
    {
        if (!Exists(id))
            throw new PlatformException(404, "AutoSnapshotPolicyNotFound", $"The automatic snapshot policy {id} is not found.");
    }

    private static bool IsWellFormed(string id)
    {
        if (!id.StartsWith("sp-", StringComparison.Ordinal) || id.Length < 5)
            return false;
        foreach (var c in id)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
                return false;
        }

        return true;
    }
}
