using System.Text;
using System.Text.Json.Nodes;
using Bdrc.Core.Tests.Contract;
using Bdrc.Sandbox;

namespace Bdrc.Core.Tests.Injection;

/// <summary>What arrived, decoded once, parameter by parameter, and everything else that must not change.</summary>
internal sealed class WireRequest
{
    // These are new with each attempt, or follow from the body.
    private static readonly string[] Changing = ["x-acs-date", "x-acs-signature-nonce", "authorization", "x-acs-content-sha256", "content-length"];

    private WireRequest(SandboxRequest request, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        Frame = string.Join(
            '\n',
            request.Headers.Where(header => !Changing.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .Select(header => header.Key.ToUpperInvariant() + ": " + header.Value)
                .Order(StringComparer.Ordinal)
                .Prepend($"{request.Method} {request.Action} at {request.Host}"));
        Values = values;
    }

    /// <summary>Method, action, host and the names and values of all headers that stay the same.</summary>
    public string Frame { get; }

    /// <summary>The parameters in path, query and body, in this order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; }

    /// <summary>Takes a request apart after the contract.</summary>
    /// <exception cref="FormatException">Its path is not the one of the operation.</exception>
    public static WireRequest Read(SandboxRequest request, JsonObject operation)
    {
        var target = request.RawTarget.Split('?', 2);
        var values = PathValues(target[0], (string)operation["path"]!).ToList();
        values.AddRange(Pairs("query", target.Length > 1 ? target[1] : string.Empty));
        values.AddRange(Pairs("body", Encoding.UTF8.GetString(request.Body)));
        return new WireRequest(request, values);
    }

    private static IEnumerable<KeyValuePair<string, string>> PathValues(string path, string template)
    {
        var (parts, expected) = (path.Split('/'), template.Split('/'));
        if (parts.Length != expected.Length)
            throw new FormatException($"The path has {parts.Length} segments and should have {expected.Length}.");
        for (var i = 0; i < parts.Length; i++)
        {
            if (expected[i].StartsWith('{'))
                yield return new("path " + expected[i].Trim('{', '}'), Uri.UnescapeDataString(parts[i]));
            else if (parts[i] != expected[i])
                throw new FormatException($"Segment {i} of the path is another one.");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string place, string encoded) =>
        RecordedRequest.Pairs(encoded).Select(pair => KeyValuePair.Create(place + " " + pair.Name, Uri.UnescapeDataString(pair.Value)));
}
