using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bdrc.Benchmarks.Limit;

/// <summary>The least that can fetch an answer: one client, no chain, no signature, no checks.</summary>
internal static class LimitClient
{
    private static readonly HttpClient Client = new();

    private static readonly string Endpoint = Environment.GetEnvironmentVariable("BDRC_ENDPOINT")
        ?? throw new InvalidOperationException("BDRC_ENDPOINT names the service to measure against.");

    public static T Get<T>(string target, JsonTypeInfo<LimitAnswer<T>> type)
        where T : class
    {
        var body = Client.GetByteArrayAsync(new Uri(Endpoint + target)).ConfigureAwait(false).GetAwaiter().GetResult();
        return JsonSerializer.Deserialize(body, type)?.Data ?? throw new InvalidDataException("The answer holds no data.");
    }
}
