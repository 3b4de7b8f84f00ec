using Bdrc.Architecture.Tests.Fixture.Lower;
using Bdrc.Architecture.Tests.Fixture.Middle;
using Bdrc.Architecture.Tests.Fixture.Unlisted;
using Bdrc.Architecture.Tests.Fixture.Upper;

namespace Bdrc.Architecture.Tests.Layers;

/// <summary>The layer tests fail for planted violations: the types of Fixture.</summary>
public sealed class LayerRulesTests
{
    private const string Root = "Bdrc.Architecture.Tests.Fixture";

    private static readonly string Assembly = typeof(LayerRulesTests).Assembly.Location;
    private static readonly LayerRules Rules = new(Root, ["Lower"], ["Middle"], ["Upper"]);

    [Fact]
    public void Finds_every_kind_of_upward_reference()
    {
        Type[] origins =
        [
            typeof(ByField), typeof(ByParameter), typeof(ByCall), typeof(ByLocal), typeof(ByCast), typeof(ByTypeOf),
            typeof(ByGenericArgument), typeof(ByLambda), typeof(ByAsyncMethod), typeof(ByAttribute),
        ];

        var expected = origins.Select(origin => $"{origin.FullName} -> {typeof(Service).FullName}").Order(StringComparer.Ordinal);

        Assert.Equal(expected, Rules.Upward(TypeDependencies.Read(Assembly)));
    }

    [Fact]
    public void Finds_an_upward_reference_to_a_type_that_uses_the_lower_layer_as_a_cycle()
    {
        TypeDependency[] dependencies =
        [
            new(Root + ".Lower", "A", Root + ".Upper.Inner", "B"),
            new(Root + ".Upper", "C", Root + ".Middle", "D"),
            new(Root + ".Middle", "E", Root + ".Lower", "F"),
        ];

        Assert.Equal(3, Rules.Cycles(dependencies).Count);
        Assert.Empty(Rules.Cycles(dependencies[1..]));
    }

    [Fact]
    public void Allows_one_direction_between_the_layers_of_one_group()
    {
        var rules = new LayerRules(Root, ["Lower", "Middle"]);
        TypeDependency[] dependencies =
        [
            new(Root + ".Lower", "A", Root + ".Middle", "B"),
            new(Root + ".Middle", "B", Root + ".Lower", "A"),
        ];

        Assert.Empty(rules.Upward(dependencies));
        Assert.Empty(rules.Cycles(dependencies[..1]));
        Assert.Equal(2, rules.Cycles(dependencies).Count);
    }

    [Fact]
    public void Finds_a_namespace_that_belongs_to_no_layer() =>
        Assert.Equal([typeof(Stray).Namespace!], Rules.Unknown(TypeDependencies.Namespaces(Assembly, Root)));

    [Fact]
    public void Does_not_report_a_use_of_a_lower_layer()
    {
        var dependencies = TypeDependencies.Read(Assembly);

        var downward = new TypeDependency(typeof(Service).Namespace!, nameof(Service), typeof(Base).Namespace!, nameof(Base));
        Assert.Contains(downward, dependencies);
        Assert.DoesNotContain(Rules.Upward(dependencies), line => line.StartsWith(typeof(Service).FullName!, StringComparison.Ordinal));
        Assert.DoesNotContain(Rules.Upward(dependencies), line => line.Contains(nameof(UpwardReferences), StringComparison.Ordinal));
    }
}
