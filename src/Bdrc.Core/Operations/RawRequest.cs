using System.Globalization;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Operations;

/// <summary>A raw call, possibly of an operation that this version does not have. Used by Invoke-BdrcApi.</summary>
public sealed class RawRequest
{
    /// <summary>HTTP method in upper case.</summary>
    public string Method { get; set; } = "GET";

    /// <summary>Path with a leading slash and without a query. Percent escapes are decoded.</summary>
    public string Path { get; set; } = "/";

    /// <summary>Name of the operation; null to derive it from method and path.</summary>
    public string? Action { get; set; }

    /// <summary>Query parameters, before encoding. Lists, dictionaries and booleans are converted to the format of the API.</summary>
    public IDictionary<string, object?>? Query { get; set; }

    /// <summary>Fields of the form body, before encoding.</summary>
    public IDictionary<string, object?>? Form { get; set; }
}

/// <summary>Converts a raw call into a request of the pipeline.</summary>
internal static class RawCall
{
    public static ApiRequest ToRequest(RawRequest raw)
    {
        var segments = Segments(raw.Path);
        var known = BdrcOperations.Find(raw.Method, segments);
        var action = raw.Action ?? known?.Name
            ?? throw Refuse("UnknownOperation", Strings.RawActionMissing.FormatInvariant(raw.Method, raw.Path));

        // A known operation keeps its own retry rule. An unknown one is retried only when it reads.
        var idempotency = known is not null && known.Name == action ? known.Idempotency
            : raw.Method is "GET" or "HEAD" ? Idempotency.Read
            : Idempotency.None;
        var request = new ApiRequest(Operation.WithoutParameters(action, raw.Method, segments, idempotency));
        foreach (var value in Values("Query", raw.Query))
            request.AddQuery(value.Key, value.Value);
        foreach (var value in Values("Form", raw.Form))
            request.AddForm(value.Key, value.Value);
        return request;
    }

    private static string[] Segments(string path)
    {
        if (string.IsNullOrEmpty(path) || path[0] != '/')
            throw Refuse("InvalidPath", Strings.RawPathStart.FormatInvariant(path));
        if (path.IndexOfAny(['?', '#']) >= 0)
            throw Refuse("InvalidPath", Strings.RawPathQuery.FormatInvariant(path));

        var segments = path.Substring(1).Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = Uri.UnescapeDataString(segments[i]);
            PathValue.Check("Path", segments[i]);
        }

        return segments;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(string position, IDictionary<string, object?>? values)
    {
        foreach (var pair in values ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            var name = position + "." + pair.Key;
            if (Text(name, pair.Value) is not { } text)
                continue;
            IdentifierValue.CheckText(name, pair.Key);
            IdentifierValue.CheckText(name, text);
            yield return new KeyValuePair<string, string>(pair.Key, text);
        }
    }

    private static string? Text(string name, object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime time => new DateTimeOffset(time).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        System.Collections.IEnumerable => JsonText.Write(name, value),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static BdrcException Refuse(string code, string message) => new(BdrcErrorKind.InvalidArgument, code, message);
}
