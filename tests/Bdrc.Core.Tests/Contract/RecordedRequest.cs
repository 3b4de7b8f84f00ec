using System.Net.Http.Headers;

namespace Bdrc.Core.Tests.Contract;

/// <summary>A request as it left the pipeline.</summary>
internal sealed record RecordedRequest(
    string Method, string Path, string Query, string? Body, MediaTypeHeaderValue? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The encoded values of a name in the query or the form.</summary>
    public static IReadOnlyList<string> Values(string? encoded, string name) =>
        [.. Pairs(encoded).Where(pair => pair.Name == name).Select(pair => pair.Value)];

    public static IEnumerable<(string Name, string Value)> Pairs(string? encoded) =>
        from pair in (encoded ?? string.Empty).Split('&', StringSplitOptions.RemoveEmptyEntries)
        let at = pair.IndexOf('=', StringComparison.Ordinal)
        select (Uri.UnescapeDataString(pair[..at]), pair[(at + 1)..]);
}
