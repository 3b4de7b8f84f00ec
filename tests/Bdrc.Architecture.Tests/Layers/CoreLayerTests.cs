namespace Bdrc.Architecture.Tests.Layers;

/// <summary>A type of Core uses only its own layer and the layers below it.</summary>
public sealed class CoreLayerTests
{
    public static TheoryData<string> Frameworks => ["net8.0", "net472"];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void Every_namespace_belongs_to_a_layer(string framework) =>
        Violations.AssertNone(LayerRules.Core.Unknown(TypeDependencies.Namespaces(Core(framework), LayerRules.Core.Root)));

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void No_type_uses_a_higher_layer(string framework) =>
        Violations.AssertNone(LayerRules.Core.Upward(TypeDependencies.Read(Core(framework))));

    // Without this check, a search that reads the wrong assembly or namespace would find no violation.
    [Theory]
    [InlineData("Client", "Http")]
    [InlineData("Client", "Operations")]
    [InlineData("Contexts", "Credentials")]
    [InlineData("Tasks", "Client")]
    public void Finds_the_downward_references(string layer, string lower) =>
        Assert.All(Frameworks, framework => Assert.Contains(
            TypeDependencies.Read(Core(framework)),
            dependency => IsIn(dependency.OriginNamespace, layer) && IsIn(dependency.TargetNamespace, lower)));

    private static bool IsIn(string name, string layer) => (name + ".").StartsWith($"Bdrc.Core.{layer}.", StringComparison.Ordinal);

    private static string Core(string framework) => BuildPaths.Assembly("Bdrc.Core", framework);
}
