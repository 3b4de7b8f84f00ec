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
    public void Finds_references_between_the_layers_of_one_group()
    {
        var rules = new LayerRules(Root, ["Lower", "Middle"]);
        TypeDependency[] dependencies =
        [
            new(Root + ".Lower", "A", Root + ".Middle", "B"),
            new(Root + ".Lower", "A", Root + ".Lower.Inner", "C"),
            new(Root + ".Middle", "B", Root + ".Lower", "A"),
        ];

        Assert.Equal([dependencies[0].ToString(), dependencies[2].ToString()], rules.Upward(dependencies));
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
