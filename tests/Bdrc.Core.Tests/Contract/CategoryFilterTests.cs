using System.Text.Json.Nodes;

namespace Bdrc.Core.Tests.Contract;

/// <summary>
/// Get-BdrcResourceCategory with an id calls GetResourceCategory and not ListResourceCategories with its filter: it shows the
/// same and says when there is no such category, where the list would be empty. This holds as long as the same is shown.
/// </summary>
public sealed class CategoryFilterTests
{
    [Fact]
    public void The_list_shows_nothing_of_a_category_that_reading_it_does_not()
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
