using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bdrc.Benchmarks.Limit;

/// <summary>The minimum that can call the service: one client, no credential chain, no signature, no checks.</summary>
internal static class LimitClient
{
    private static readonly HttpClient Client = new();

    private static readonly string Endpoint = Environment.GetEnvironmentVariable("BDRC_ENDPOINT")
        ?? throw new InvalidOperationException("Set BDRC_ENDPOINT to the service to measure.");

    public static T Get<T>(string target, JsonTypeInfo<LimitResponse<T>> type)
        where T : class
    {
        var body = Client.GetByteArrayAsync(new Uri(Endpoint + target)).ConfigureAwait(false).GetAwaiter().GetResult();
        return JsonSerializer.Deserialize(body, type)?.Data ?? throw new InvalidDataException("The response holds no data.");
    }
}
