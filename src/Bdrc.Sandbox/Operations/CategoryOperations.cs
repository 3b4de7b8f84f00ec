using Bdrc.Sandbox.Categories;
using Bdrc.Sandbox.Paging;

namespace Bdrc.Sandbox.Operations;

/// <summary>The operations on resource categories.</summary>
internal static class CategoryOperations
{
    [Operation("CreateResourceCategory")]
    public static void Create(OperationCall call)
    {
        var matcher = ReadMatcher(call)!;
        var category = call.Account.Categories.Add(call.Values["ResourceCategoryName"]!, call.ResourceKind(), matcher, isDefault: false);
        call.Json.WriteString("ResourceCategoryId", category.Id);
    }

    [Operation("GetResourceCategory")]
    public static void Get(OperationCall call) => Write(call, Find(call));

    [Operation("ListResourceCategories")]
    public static void List(OperationCall call)
    {
        var id = call.Values["ResourceCategoryId"];
        ListPage.WriteShort(
            call,
            call.Account.Categories.All.Where(category => id is null || category.Id == id),
            category => category.Number,
            category => Write(call, category));
    }

    [Operation("UpdateResourceCategory")]
    public static void Update(OperationCall call)
    {
        var category = Find(call);
        var matcher = ReadMatcher(call);
        if (call.Values["ResourceCategoryName"] is { } name)
            call.Account.Categories.Rename(category, name);
        if (matcher is not null)
            category.SetMatcher(matcher);
    }

    [Operation("DeleteResourceCategory")]
    public static void Delete(OperationCall call)
    {
        var category = Find(call);
        call.Account.Categories.Delete(category);
        call.Account.Policies.Unbind(category.Id);
    }

    private static ResourceCategory Find(OperationCall call) => call.Account.Categories.Find(call.Values["ResourceCategoryId"]!);

    private static string? ReadMatcher(OperationCall call)
    {
        var text = call.Values["ResourceMatcher"];
        try
        {
            if (text is not null)
                TagMatcher.ReadText(text);
            return text;
        }
        catch (FormatException exception)
        {
            throw call.Values.Invalid("ResourceMatcher", exception.Message);
        }
    }

    private static void Write(OperationCall call, ResourceCategory category)
    {
        var json = call.Json;
        json.WriteString("ResourceCategoryId", category.Id);
        json.WriteString("ResourceCategoryName", category.Name);
        json.WriteString("ResourceCategoryType", category.IsDefault ? "DEFAULT" : "CUSTOM");
        json.WriteString("ProductType", category.Kind?.Product ?? string.Empty);
        json.WriteString("ResourceType", category.Kind?.Type ?? string.Empty);
        json.WriteString("ResourceMatcher", category.MatcherText);
        ResourceWriter.WriteCounts(call, category.Counts(call.Account.Inventory));
    }
}
