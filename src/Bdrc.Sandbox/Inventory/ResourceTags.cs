namespace Bdrc.Sandbox.Inventory;

/// <summary>The tags that resources carry.</summary>
internal static class ResourceTags
{
    // A null is a share of the resources without the tag.
    private static readonly string?[] Environments = ["prod", "prod", "prod", "staging", "staging", "test", "test", null];
    private static readonly string?[] Teams = ["orders", "billing", "search", "web", "platform", "orders", null, null];
    private static readonly string?[] Creators = ["terraform", "terraform", "terraform", "console", "console", "ops", "ops", null];
    private static readonly string?[] Backups = ["daily", "daily", "weekly", null, null, null, null, null];

    /// <summary>The value of a tag.</summary>
    /// <param name="bits">The random number of the resource.</param>
    /// <param name="key">Key; tags are case sensitive.</param>
    public static string? Value(ulong bits, string key) => key switch
    {
        "env" => Environments[(int)(bits & 7)],
        "team" => Teams[(int)((bits >> 8) & 7)],
        "CreatedBy" => Creators[(int)((bits >> 16) & 7)],
        "backup" => Backups[(int)((bits >> 24) & 7)],
        _ => null,
    };
}
