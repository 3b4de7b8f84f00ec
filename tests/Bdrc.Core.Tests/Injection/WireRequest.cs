using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bdrc.Sandbox;

namespace Bdrc.Core.Tests.Injection;

/// <summary>What arrived, decoded once: segments, parameters, and everything else that must not change.</summary>
internal sealed class WireRequest
{
    // These are new with each attempt, or follow from the body.
    private static readonly string[] Changing =
        ["x-acs-date", "x-acs-signature-nonce", "authorization", "x-acs-content-sha256", "content-length"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private WireRequest(string frame, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        Frame = frame;
        Values = values;
    }

    /// <summary>Method, action, host and the names and values of all headers that stay the same.</summary>
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

    /// <summary>Finds what differs beyond one text that stands in the place of another.</summary>
    /// <param name="usual">The request with the other text.</param>
    /// <param name="usualText">The other text; it must be in that request.</param>
    /// <param name="text">The text.</param>
    /// <returns>The first difference; null when there is none.</returns>
    public string? DifferenceFrom(WireRequest usual, string usualText, string text)
    {
        if (Frame != usual.Frame)
            return $"the frame is {Frame}, not {usual.Frame}";
        if (Values.Count != usual.Values.Count)
            return "what arrived is " + string.Join(", ", Values.Select(value => value.Key));

        // A name may be the text, and then another place in the order.
        var expected = usual.Values.Select(
            value => KeyValuePair.Create(value.Key.Replace(usualText, text, StringComparison.Ordinal), value.Value)).ToList();
        foreach (var (name, arrived) in Values)
        {
            var index = expected.FindIndex(
                candidate => candidate.Key == name && Forms(candidate.Value, usualText, text).Any(form => Same(arrived, form)));
            if (index < 0)
                return $"{name} arrived as {arrived}";
            expected.RemoveAt(index);
        }

        return null;
    }

    // As it is; as a JSON string; as a JSON string in JSON text that is itself a string.
    private static IEnumerable<string> Forms(string value, string usualText, string text)
    {
        var found = false;
        for (var depth = 0; depth < 3; depth++)
        {
            if (value.Contains(usualText, StringComparison.Ordinal))
            {
                found = true;
                yield return value.Replace(usualText, text, StringComparison.Ordinal);
            }

            (usualText, text) = (Escaped(usualText), Escaped(text));
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

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string place, string encoded) =>
        from pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select KeyValuePair.Create(
            place + " " + Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? string.Empty));
}
