namespace Bdrc.Architecture.Tests.Sources;

/// <summary>No file contains a name that the vocabulary replaced.</summary>
public sealed class RetiredWordsTests
{
    private const string ListFile = "tests/Bdrc.Architecture.Tests/Sources/RetiredWords.cs";

    [Fact]
    public void Occur_in_no_file_but_their_list() =>
        Violations.AssertNone([.. SourceFile.All.Where(file => file.Path != ListFile && !IsThisFile(file)).SelectMany(RetiredWords.In)]);

    [Theory]
    [InlineData("var book = new TaskBook();", 1)]
    [InlineData("// See QuotaBucket and TaskLook.", 2)]
    [InlineData("var store = new TaskBookStore();", 0)]
    [InlineData("internal sealed class World;", 1)]
    [InlineData("// The world of PowerShell", 0)]
    [InlineData("internal sealed record RowAnswer(int Status);", 1)]
    public void Are_found_as_whole_words_and_type_names(string text, int count) =>
        Assert.Equal(count, RetiredWords.In(new SourceFile("src/Bdrc.Core/A.cs", text)).Count());

    // Its test cases contain planted names.
    private static bool IsThisFile(SourceFile file) => file.Path == ListFile.Replace(".cs", "Tests.cs", StringComparison.Ordinal);
}
