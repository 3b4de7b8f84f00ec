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

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void No_layers_depend_on_each_other(string framework) =>
        Violations.AssertNone(LayerRules.Core.Cycles(TypeDependencies.Read(Core(framework))));

    private static string Core(string framework) => BuildPaths.Assembly("Bdrc.Core", framework);
}
