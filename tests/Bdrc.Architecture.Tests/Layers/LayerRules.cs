namespace Bdrc.Architecture.Tests.Layers;

/// <summary>The order of an assembly's layers. A layer is a namespace below the root, with all namespaces inside it.</summary>
/// <param name="Root">The root namespace.</param>
/// <param name="Groups">The layers from the bottom. Layers of one group do not use each other, so there are no cycles.</param>
internal sealed record LayerRules(string Root, params string[][] Groups)
{
    /// <summary>The layers of Core; see docs/architecture.md.</summary>
    public static LayerRules Core { get; } = new(
        "Bdrc.Core",
        ["Json", "Signing"],
        ["Http"],
        ["Credentials"],
        ["Contexts"],
        ["Operations"],
        ["Client"],
        ["Tasks"]);

    /// <summary>Namespaces that belong to no layer.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> namespaces) =>
        [.. namespaces.Where(name => Rank(LayerOf(name)) < 0).Order(StringComparer.Ordinal)];

    /// <summary>Uses of a higher layer, or of another layer of the same group.</summary>
    public IReadOnlyList<string> Upward(IEnumerable<TypeDependency> dependencies) =>
        [.. Between(dependencies)
            .Where(edge => Rank(edge.Target) >= Rank(edge.Origin))
            .Select(edge => edge.Dependency.ToString())
            .Order(StringComparer.Ordinal)];

    private IEnumerable<(string Origin, string Target, TypeDependency Dependency)> Between(IEnumerable<TypeDependency> dependencies) =>
        dependencies
            .Select(dependency => (LayerOf(dependency.OriginNamespace), LayerOf(dependency.TargetNamespace), dependency))
            .Where(edge => edge.Item1 != edge.Item2 && Rank(edge.Item1) >= 0 && Rank(edge.Item2) >= 0);

    private string LayerOf(string name) =>
        name.StartsWith(Root + ".", StringComparison.Ordinal) ? name[(Root.Length + 1)..].Split('.')[0] : string.Empty;

    private int Rank(string layer) => Array.FindIndex(Groups, group => group.Contains(layer, StringComparer.Ordinal));
}
