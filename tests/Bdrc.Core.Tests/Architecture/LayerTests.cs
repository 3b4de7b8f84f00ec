using Bdrc.Core.Client;
using Bdrc.Core.Tasks;
using NetArchTest.Rules;

namespace Bdrc.Core.Tests.Architecture;

/// <summary>The layers of Core have one direction: a layer uses only the layers below it.</summary>
public sealed class LayerTests
{
    private const string Root = "Bdrc.Core.";

    /// <summary>From the bottom. Within the last but one row, the client uses the operations.</summary>
    private static readonly string[][] Rows =
    [
        ["Json", "Signing"],
        ["Http"],
        ["Credentials"],
        ["Contexts"],
        ["Operations", "Client"],
        ["Tasks"],
    ];

    public static TheoryData<string, string> UpwardReferences()
    {
        var data = new TheoryData<string, string>();
        for (var row = 0; row < Rows.Length; row++)
        {
            foreach (var layer in Rows[row])
            {
                foreach (var higher in Rows.Skip(row + 1).SelectMany(layers => layers))
                    data.Add(layer, higher);
            }
        }

        data.Add("Json", "Signing");
        data.Add("Signing", "Json");
        data.Add("Operations", "Client");
        return data;
    }

    [Theory]
    [MemberData(nameof(UpwardReferences))]
    public void A_layer_does_not_refer_to_a_higher_one(string layer, string higher) => Assert.Empty(References(layer, higher));

    [Fact]
    public void Every_namespace_of_Core_belongs_to_a_layer()
    {
        var layers = Rows.SelectMany(row => row).ToHashSet(StringComparer.Ordinal);
        var found = typeof(Bdrc.Core.Client.BdrcClient).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true)
            .Select(type => type.Namespace![Root.Length..].Split('.')[0])
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(layers.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    // Without this check a search that finds nothing would let every upward reference pass. The references are downward and
    // include one that exists only in the body of an asynchronous method.
    [Theory]
    [InlineData("Client", "Http")]
    [InlineData("Client", "Operations")]
    [InlineData("Contexts", "Credentials")]
    [InlineData("Tasks", "Client")]
    public void The_search_finds_references_that_exist(string layer, string lower) => Assert.NotEmpty(References(layer, lower));

    [Fact]
    public void The_search_looks_into_the_bodies_of_asynchronous_methods() =>
        Assert.False(Types.InAssembly(typeof(LayerTests).Assembly)
            .That().HaveName(nameof(AsynchronousReference))
            .ShouldNot().HaveDependencyOn(Root + "Tasks")
            .GetResult().IsSuccessful);

    private static IEnumerable<string> References(string layer, string target)
    {
        var result = Types.InAssembly(typeof(Bdrc.Core.Client.BdrcClient).Assembly)
            .That().ResideInNamespaceMatching("^" + Root.Replace(".", @"\.", StringComparison.Ordinal) + layer + @"(\.|$)")
            .ShouldNot().HaveDependencyOn(Root + target)
            .GetResult();
        return result.FailingTypeNames ?? [];
    }

    private sealed class AsynchronousReference
    {
        public static async Task<object> CreateAsync()
        {
            await Task.Yield();
            return new Bdrc.Core.Tasks.TaskWatchOptions();
        }
    }
}
