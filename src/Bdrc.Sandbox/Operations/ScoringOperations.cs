using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Paging;

namespace Bdrc.Sandbox.Operations;

/// <summary>DescribeProducts, DescribeProductDataRedundancyTypeStat, and the operations that enable and disable checks.</summary>
internal static class ScoringOperations
{
    [Operation("DescribeProducts")]
    public static void ListProducts(OperationCall call)
    {
        var stats = new ProductStatistics[ResourceKind.All.Count];
        for (var i = 0; i < stats.Length; i++)
            stats[i] = new ProductStatistics(ResourceKind.All[i]);
        foreach (var index in new ResourceFilter(call).Indices())
            stats[call.Account.Inventory.KindNumber(index)].Add(index, call.Account.Checks);

        var product = call.Values["ProductType"];
        var written = 0;
        call.Json.WriteStartArray("Content");
        foreach (var stat in stats)
        {
            if (product is not null && stat.Kind.Product != product)
                continue;
            stat.Write(call);
            written++;
        }

        call.Json.WriteEndArray();
        ListPage.WriteEnd(call, 10, string.Empty, written);
    }

    [Operation("DescribeProductDataRedundancyTypeStat")]
    public static void CountRedundancy(OperationCall call)
    {
        FindProduct(call);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var index in new ResourceFilter(call).Indices())
        {
            var resource = call.Account.Inventory[index];
            if (resource.StorageClass.Length == 0)
                continue;
            var key = resource.StorageClass + "/" + resource.DataRedundancyType;
            counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
        }

        call.Json.WriteStartArray("Content");
        foreach (var pair in counts)
        {
            var parts = pair.Key.Split('/');
            call.Json.WriteStartObject();
            call.Json.WriteString("StorageClass", parts[0]);
            call.Json.WriteString("DataRedundancyType", parts[1]);
            call.Json.WriteNumber("ResourceCount", pair.Value);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }

    [Operation("EnableCheckProduct")]
    public static void EnableProduct(OperationCall call) => call.Account.Checks.EnableProduct(FindProduct(call), enable: true);

    [Operation("DisableCheckProduct")]
    public static void DisableProduct(OperationCall call) => call.Account.Checks.EnableProduct(FindProduct(call), enable: false);

    [Operation("EnableCheckResource")]
    public static void EnableResource(OperationCall call) => call.Account.Checks.Enable(RuleOperations.FindResource(call), enable: true);

    [Operation("DisableCheckResource")]
    public static void DisableResource(OperationCall call) => call.Account.Checks.Enable(RuleOperations.FindResource(call), enable: false);

    private static ResourceKind FindProduct(OperationCall call)
    {
        var product = call.Values["ProductType"]!;
        return ResourceKind.OfProduct(product)
            ?? throw new PlatformException(404, "ProductNotFound", $"The product {product} is not found.");
    }
}
