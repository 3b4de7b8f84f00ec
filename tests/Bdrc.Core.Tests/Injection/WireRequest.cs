using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bdrc.Sandbox;

namespace Bdrc.Core.Tests.Injection;

/// <summary>A request that arrived, decoded once: path segments, parameters, and the frame that must not change.</summary>
internal sealed class WireRequest
{
    // These headers change with each attempt or depend on the body.
    private static readonly string[] Changing =
        ["x-acs-date", "x-acs-signature-nonce", "authorization", "x-acs-content-sha256", "content-length"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private WireRequest(string frame, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        Frame = frame;
        Values = values;
    }

    /// <summary>Method, action, host and the names and values of all constant headers.</summary>
    public string Frame { get; }

    /// <summary>Path segments, query and form, in the order of their names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; }

    public static WireRequest Read(SandboxRequest request)
    {
        var headers = request.Headers
            .Where(header => !Changing.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(header => header.Key.ToUpperInvariant() + ": " + header.Value)
            .Order(StringComparer.Ordinal);
        var target = request.RawTarget.Split('?', 2);
        var values = target[0].Split('/')
            .Select((segment, index) => KeyValuePair.Create($"segment {index}", Uri.UnescapeDataString(segment)))
            .Concat(Pairs("query", target.Length > 1 ? target[1] : string.Empty))
            .Concat(Pairs("form", Encoding.UTF8.GetString(request.Body)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        return new WireRequest(string.Join('\n', headers.Prepend($"{request.Method} {request.Action} at {request.Host}")), [.. values]);
    }

    /// <summary>Compares two requests that differ only in one text.</summary>
    /// <param name="baseline">The request with the other text.</param>
    /// <param name="baselineText">The other text, which that request contains.</param>
    /// <param name="text">The text of this request.</param>
    /// <returns>The first difference; null when there is none.</returns>
    public string? DifferenceFrom(WireRequest baseline, string baselineText, string text)
    {
        if (Frame != baseline.Frame)
            return $"the frame is {Frame}, not {baseline.Frame}";
        if (Values.Count != baseline.Values.Count)
            return "the values that arrived are " + string.Join(", ", Values.Select(value => value.Key));

        // A parameter name can contain the text, so its order can differ.
        var expected = baseline.Values.Select(
            value => KeyValuePair.Create(value.Key.Replace(baselineText, text, StringComparison.Ordinal), value.Value)).ToList();
        foreach (var (name, arrived) in Values)
        {
            var index = expected.FindIndex(
                candidate => candidate.Key == name && Encodings(candidate.Value, baselineText, text).Any(form => Same(arrived, form)));
            if (index < 0)
                return $"{name} arrived as {arrived}";
            expected.RemoveAt(index);
        }

        return null;
    }

    // Unchanged, as a JSON string, and as a JSON string inside a JSON string.
    private static IEnumerable<string> Encodings(string value, string baselineText, string text)
    {
        var found = false;
        for (var depth = 0; depth < 3; depth++)
        {
            if (value.Contains(baselineText, StringComparison.Ordinal))
            {
                found = true;
                yield return value.Replace(baselineText, text, StringComparison.Ordinal);
            }

            (baselineText, text) = (Escaped(baselineText), Escaped(text));
        }

        if (!found)
            yield return value;
    }

    private static string Escaped(string text) => JsonValue.Create(text).ToJsonString(Relaxed)[1..^1];

    private static bool Same(string arrived, string expected)
    {
        if (arrived == expected)
            return true;
        try
        {
            return arrived is ['{' or '[', ..] && JsonNode.DeepEquals(JsonNode.Parse(arrived), JsonNode.Parse(expected));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string position, string encoded) =>
        from pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select KeyValuePair.Create(
            position + " " + Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? string.Empty));
}
