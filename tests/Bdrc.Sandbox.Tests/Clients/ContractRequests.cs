using System.Globalization;
using System.Text.Json;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>Builds requests from the contract, with each parameter in the position that the contract names.</summary>
public static class ContractRequests
{
    private static readonly JsonElement Contract = Load();

    public static IEnumerable<JsonElement> Operations => Contract.GetProperty("operations").EnumerateArray();

    /// <summary>The number of operations that the contract states.</summary>
    public static int OperationCount => Contract.GetProperty("operationCount").GetInt32();

    public static JsonElement Operation(string name) => Operations.Single(operation => operation.GetProperty("name").GetString() == name);

    public static WireRequest Build(string operation, params (string Name, object Value)[] parameters)
    {
        var json = Operation(operation);
        var path = json.GetProperty("path").GetString()!;
        var request = new WireRequest(operation, json.GetProperty("method").GetString()!, path);
        foreach (var (name, value) in parameters)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            var position = json.GetProperty("parameters").EnumerateArray()
                .Single(parameter => parameter.GetProperty("name").GetString() == name).GetProperty("in").GetString();
            if (position == "path")
                request.Path = request.Path.Replace("{" + name + "}", Uri.EscapeDataString(text), StringComparison.Ordinal);
            else
                (position == "query" ? request.Query : request.Form).Add(new(name, text));
        }

        if (json.GetProperty("requestContentType").ValueKind == JsonValueKind.String)
            request.Headers["content-type"] = json.GetProperty("requestContentType").GetString()!;
        return request;
    }

    private static JsonElement Load()
    {
        using var stream = typeof(BdrcSandbox).Assembly.GetManifestResourceStream("bdrc-2023-08-08.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
