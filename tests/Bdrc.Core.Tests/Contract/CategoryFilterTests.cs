using System.Text.Json.Nodes;

namespace Bdrc.Core.Tests.Contract;

/// <summary>
/// Get-BdrcResourceCategory with an id calls GetResourceCategory and not ListResourceCategories with its filter: it returns the
/// same fields and reports an unknown category, where the list would be empty. Both responses must have the same fields.
/// </summary>
public sealed class CategoryFilterTests
{
    [Fact]
    public void The_list_has_the_same_fields_as_the_single_category()
    {
        var read = Fields(Data("GetResourceCategory"));
        var listed = Fields(Data("ListResourceCategories")["properties"]!["Content"]!["items"]!.AsObject());

        Assert.NotEmpty(read);
        Assert.Equal(read, listed);
    }

    private static JsonObject Data(string operation) =>
        ContractFile.Operation(operation)["response"]!["properties"]!["Data"]!.AsObject();

    private static IEnumerable<string> Fields(JsonObject schema) =>
        schema["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal);
}
