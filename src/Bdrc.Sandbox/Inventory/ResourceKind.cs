namespace Bdrc.Sandbox.Inventory;

/// <summary>One of the four kinds of resources.</summary>
internal sealed class ResourceKind
{
    public static readonly ResourceKind Ecs = new(0, "ecs", "ACS::ECS::Instance", "instance/", "i-");
    public static readonly ResourceKind Oss = new(1, "oss", "ACS::OSS::Bucket", string.Empty, "bucket-");
    public static readonly ResourceKind Nas = new(2, "nas", "ACS::NAS::FileSystem", "filesystem/", "fs-");
    public static readonly ResourceKind Ots = new(3, "ots", "ACS::OTS::Instance", "instance/", "ots-");

    /// <summary>All kinds; the index is the number.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [Ecs, Oss, Nas, Ots];

    private ResourceKind(int number, string product, string type, string arnPart, string idPrefix)
    {
        Number = number;
        Product = product;
        Type = type;
        ArnPart = arnPart;
        IdPrefix = idPrefix;
    }

    public int Number { get; }

    /// <summary>Short product code, as in ProductType.</summary>
    public string Product { get; }

    /// <summary>As in ResourceType.</summary>
    public string Type { get; }

    /// <summary>The text before the id in an ARN.</summary>
    public string ArnPart { get; }

    public string IdPrefix { get; }

    public static ResourceKind? OfType(string type) => Find(static (kind, text) => kind.Type == text, type);

    public static ResourceKind? OfProduct(string product) => Find(static (kind, text) => kind.Product == text, product);

    private static ResourceKind? Find(Func<ResourceKind, string, bool> matches, string text)
    {
        foreach (var kind in All)
        {
            if (matches(kind, text))
                return kind;
        }

        return null;
    }
}
