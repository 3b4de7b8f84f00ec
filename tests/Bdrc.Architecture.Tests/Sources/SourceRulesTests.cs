namespace Bdrc.Architecture.Tests.Sources;

/// <summary>The source rules hold for every file of the repository, and report planted violations.</summary>
public sealed class SourceRulesTests
{
    [Fact]
    public void Every_namespace_is_its_folder() =>
        Violations.AssertNone([.. SourceFile.CSharp.SelectMany(SourceRules.NamespaceViolations)]);

    [Fact]
    public void Every_file_is_named_after_a_type_it_declares() =>
        Violations.AssertNone([.. SourceFile.CSharp.SelectMany(SourceRules.FileNameViolations)]);

    [Fact]
    public void No_line_is_too_long() => Violations.AssertNone([.. SourceFile.CSharp.SelectMany(SourceRules.LineLengthViolations)]);

    [Theory]
    [InlineData("src/Bdrc.Core/Http/A.cs", "namespace Bdrc.Core.Http;", true)]
    [InlineData("src/Bdrc.Models/Text/A.cs", "namespace Bdrc.Text;", true)]
    [InlineData("src/Bdrc.Core/Http/A.cs", "namespace Bdrc.Core;", false)]
    [InlineData("src/Bdrc.Core/Http/A.cs", "using System;\n\nnamespace Bdrc.Core.Http.Retry\n{", false)]
    public void Finds_a_namespace_that_differs_from_the_folder(string path, string text, bool isValid) =>
        Assert.Equal(isValid, !SourceRules.NamespaceViolations(new SourceFile(path, text)).Any());

    [Theory]
    [InlineData("internal sealed class A;", true)]
    [InlineData("internal enum B { }\n\ninternal sealed record A(int X);", true)]
    [InlineData("public delegate Task<int?> A(string text);", true)]
    [InlineData("internal readonly record struct B(int X);", false)]
    [InlineData("[assembly: CLSCompliant(false)]", true)]
    public void Finds_a_file_that_is_named_after_no_type(string text, bool isValid) =>
        Assert.Equal(isValid, !SourceRules.FileNameViolations(new SourceFile("src/Bdrc.Core/A.cs", text)).Any());

    [Theory]
    [InlineData(140, true)]
    [InlineData(141, false)]
    public void Finds_a_line_that_is_too_long(int length, bool isValid)
    {
        var file = new SourceFile("src/Bdrc.Core/A.cs", "\n" + new string('x', length) + "\n");

        Assert.Equal(isValid ? [] : ["src/Bdrc.Core/A.cs:2: 141 characters"], SourceRules.LineLengthViolations(file));
    }
}
