using System.Globalization;
using System.Reflection;

namespace Bdrc.Faults.Tests.Fuzz;

/// <summary>Prints the number of inputs of each target: run with <c>-explicit only -showLiveOutput</c>.</summary>
public sealed class FuzzFigureTests
{
    [Fact(Explicit = true)]
    public void Prints_the_inputs_tried()
    {
        var tests = typeof(FuzzFigureTests).Assembly.GetTypes()
            .Where(type => type.Namespace?.EndsWith(".Fuzz", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is { Explicit: false } && method.GetParameters().Length == 0);
        foreach (var test in tests)
            test.Invoke(Activator.CreateInstance(test.DeclaringType!), null);

        var lines = FuzzInputs.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key,-32}{pair.Value,10:N0}"));
        var total = string.Create(CultureInfo.InvariantCulture, $"{"all",-32}{FuzzInputs.Counts.Values.Sum(),10:N0}");
        TestContext.Current.TestOutputHelper?.WriteLine(
            "\nfuzzed                              inputs\n" + string.Join('\n', lines.Append(total)));
        Assert.NotEmpty(FuzzInputs.Counts);
    }
}
