using System.Globalization;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.CrossAccounts;

/// <summary>The resource directory of the calling account; see <see cref="SandboxAccounts"/>.</summary>
internal static class ResourceDirectory
{
    /// <summary>The member accounts; their owner numbers start at 1 in this order.</summary>
    public static readonly IReadOnlyList<long> Members =
    [
        SandboxAccounts.ProductionAccountId, SandboxAccounts.ReportingAccountId,
        SandboxAccounts.TestingAccountId, SandboxAccounts.LooseAccountId,
    ];

    /// <summary>All targets that can be managed, parents first.</summary>
    public static readonly IReadOnlyList<DirectoryTarget> Targets = Build();

    /// <summary>The account of an owner number.</summary>
    public static long OwnerId(int ownerNumber) => ownerNumber == 0 ? SandboxAccounts.AccountId : Members[ownerNumber - 1];

    /// <summary>The owner number of an account; -1 for an account that is not in the directory.</summary>
    public static int OwnerNumber(long accountId)
    {
        if (accountId == SandboxAccounts.AccountId)
            return 0;
        for (var i = 0; i < Members.Count; i++)
        {
            if (Members[i] == accountId)
                return i + 1;
        }

        return -1;
    }

    /// <summary>Finds a target.</summary>
    /// <exception cref="PlatformException">The id is malformed or not in the directory.</exception>
    public static DirectoryTarget Find(string type, string id)
    {
        if (!IsWellFormed(type, id))
            throw new PlatformException(400, "InvalidRdEntityId.IncorrectFormat", $"The id '{id}' is not one of a target of type {type}.");
        foreach (var target in Targets)
        {
            if (target.Type == type && target.Id == id)
                return target;
        }

        throw new PlatformException(400, "InvalidRdAccount.NotInResourceDirectory", $"{id} is not in the resource directory.");
    }

    private static bool IsWellFormed(string type, string id) => type switch
    {
        DirectoryTarget.Account => id.Length == 16 && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        DirectoryTarget.Folder => id.StartsWith("fd-", StringComparison.Ordinal) && id.Length > 3,
        _ => id.StartsWith("rd-", StringComparison.Ordinal) && id.Length > 3,
    };

    private static List<DirectoryTarget> Build()
    {
        var targets = new List<DirectoryTarget>();
        var root = Add(DirectoryTarget.Directory, SandboxAccounts.ResourceDirectoryId, null);
        var production = Add(DirectoryTarget.Folder, SandboxAccounts.ProductionFolderId, root);
        var testing = Add(DirectoryTarget.Folder, SandboxAccounts.TestingFolderId, root);
        DirectoryTarget[] parents = [production, production, testing, root];
        for (var i = 0; i < Members.Count; i++)
            Add(DirectoryTarget.Account, Members[i].ToString(CultureInfo.InvariantCulture), parents[i]);
        return targets;

        DirectoryTarget Add(string type, string id, DirectoryTarget? parent)
        {
            var target = new DirectoryTarget(targets.Count, type, id, parent);
            targets.Add(target);
            return target;
        }
    }
}

/// <summary>An account, a folder or the directory itself: what can be managed.</summary>
/// <param name="Number">The position in the directory.</param>
/// <param name="Type">ACCOUNT, FOLDER or RESOURCE_DIRECTORY.</param>
/// <param name="Id">Account id, folder id or directory id.</param>
/// <param name="Parent">The folder or directory that contains it; null for the directory itself.</param>
internal sealed record DirectoryTarget(int Number, string Type, string Id, DirectoryTarget? Parent)
{
    public const string Account = "ACCOUNT";
    public const string Folder = "FOLDER";
    public const string Directory = "RESOURCE_DIRECTORY";

    public static readonly IReadOnlyList<string> Types = [Account, Folder, Directory];
}
