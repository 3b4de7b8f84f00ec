using System.Text;
using System.Text.Json.Nodes;
using Bdrc.Sandbox;

namespace Bdrc.Module.Tests.Contract;

/// <summary>The decoded parameters of a request, each name with its values.</summary>
internal static class SentRequest
{
    public static IReadOnlyList<string> Values(SandboxRequest request, JsonObject operation, JsonObject parameter)
    {
        var name = (string)parameter["name"]!;
        var target = request.RawTarget.Split('?', 2);
        return (string)parameter["in"]! switch
        {
            "path" => [PathValue(target[0], (string)operation["path"]!, name)],
            "query" => Values(target.Length > 1 ? target[1] : string.Empty, name),
            _ => Values(Encoding.UTF8.GetString(request.Body), name),
        };
    }

    private static string PathValue(string path, string template, string name) =>
        Uri.UnescapeDataString(path.Split('/')[Array.IndexOf(template.Split('/'), "{" + name + "}")]);

    private static List<string> Values(string encoded, string name) =>
    [
        .. from pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries)
           let parts = pair.Split('=', 2)
           where Uri.UnescapeDataString(parts[0]) == name
           select Uri.UnescapeDataString(parts[1]),
    ];
}
