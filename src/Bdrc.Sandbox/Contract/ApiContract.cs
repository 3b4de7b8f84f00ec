using System.Text.Json;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Contract;

/// <summary>The contract of BDRC 2023-08-08, read from the embedded JSON file.</summary>
internal sealed class ApiContract
{
    private readonly List<ContractOperation> _operations = [];

    private ApiContract(JsonElement json)
    {
        Version = json.GetProperty("version").GetString()!;
        foreach (var operation in json.GetProperty("operations").EnumerateArray())
            _operations.Add(new ContractOperation(operation));
    }

    public static ApiContract Instance { get; } = Load();

    public string Version { get; }

    public IReadOnlyList<ContractOperation> Operations => _operations;

    /// <summary>Finds the operation of a method and a path.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="segments">Decoded path segments.</param>
    /// <param name="action">The operation that the request names.</param>
    /// <param name="values">Receives the values of the path parameters.</param>
    /// <exception cref="PlatformException">No operation has this path, or the request names another one.</exception>
    public ContractOperation Route(string method, string[] segments, string? action, IDictionary<string, string> values)
    {
        foreach (var operation in _operations)
        {
            if (operation.Method == method && operation.Matches(segments, values))
            {
                return operation.Name == action
                    ? operation
                    : throw NotFound($"Specified api is not found: the path is the one of {operation.Name}, not of {action}.");
            }
        }

        throw NotFound("Specified api is not found, please check your url and method.");
    }

    private static PlatformException NotFound(string message) => new(404, "InvalidAction.NotFound", message);

    private static ApiContract Load()
    {
        using var stream = typeof(ApiContract).Assembly.GetManifestResourceStream("bdrc-2023-08-08.json")!;
        using var document = JsonDocument.Parse(stream);
        return new ApiContract(document.RootElement);
    }
}
