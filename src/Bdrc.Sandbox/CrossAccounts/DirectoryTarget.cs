using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.CrossAccounts;

/// <summary>Something of the resource directory that can be managed.</summary>
/// <param name="Number">Its place in the directory.</param>
/// <param name="Type">ACCOUNT, FOLDER or RESOURCE_DIRECTORY.</param>
/// <param name="Id">Account id, folder id or directory id.</param>
/// <param name="Parent">What it is in; null for the directory itself.</param>
internal sealed record DirectoryTarget(int Number, string Type, string Id, DirectoryTarget? Parent)
{
    public const string Account = "ACCOUNT";
    public const string Folder = "FOLDER";
    public const string Directory = "RESOURCE_DIRECTORY";

    public static readonly IReadOnlyList<string> Types = [Account, Folder, Directory];
}
