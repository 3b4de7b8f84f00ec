using System.Text.Json.Nodes;

namespace Bdrc.Sandbox.Tests.Contract;

/// <summary>
/// Values that the sandbox accepts, so that a test can call an operation that it does not name: the values of earlier responses
/// and the examples of the contract.
/// </summary>
internal sealed class ContractValues
{
    private readonly Dictionary<string, string> _returned = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _created = new(StringComparer.Ordinal);

    /// <summary>
    /// Keeps a value that an operation returned. A later value of the same name replaces it, but not the id of what the session
    /// created: that may be changed and removed.
    /// </summary>
    public void Add(string operation, string name, string value) =>
        (operation.StartsWith("Create", StringComparison.Ordinal) ? _created : _returned)[name] = value;

    /// <summary>The value of each required parameter of an operation. Optional parameters are filters and stay unset.</summary>
    public IReadOnlyDictionary<string, string> Required(JsonObject operation) =>
        operation["parameters"]!.AsArray().Select(parameter => parameter!.AsObject())
            .Where(parameter => (bool)parameter["required"]!)
            .ToDictionary(parameter => (string)parameter["name"]!, parameter => Value(operation, parameter), StringComparer.Ordinal);

    /// <summary>
    /// The operations that a session has not called, in an order that works: those that remove something come last, the latest
    /// first.
    /// </summary>
    public static IEnumerable<JsonObject> Remaining(IEnumerable<JsonObject> operations, Func<string, bool> isCalled)
    {
        var remaining = operations.Where(operation => !isCalled((string)operation["name"]!)).ToList();
        return [.. remaining.Where(operation => !IsRemoval(operation)), .. remaining.Where(IsRemoval).Reverse()];
    }

    private static bool IsRemoval(JsonObject operation) => ((string)operation["name"]!).StartsWith("Delete", StringComparison.Ordinal);

    private string Value(JsonObject operation, JsonObject parameter)
    {
        var name = (string)parameter["name"]!;
        if (_created.TryGetValue(name, out var created))
            return created;

        // Asterisks mask a part of a documented value.
        if (parameter["example"]?.ToString() is { } example && !example.Contains('*', StringComparison.Ordinal))
            return example;
        return _returned.TryGetValue(name, out var returned) ? returned : throw new InvalidOperationException(
            $"{operation["name"]}: no earlier response has {name} and the contract has no complete example. "
            + "Give the parameter an example in the contract, or call the operation by a line of its own.");
    }
}
