namespace Bdrc.Core.Json;

/// <summary>The outer form of every answer.</summary>
/// <typeparam name="T">What <c>Data</c> holds.</typeparam>
internal sealed class Envelope<T>
{
    public T? Data { get; set; }

    public string? RequestId { get; set; }
}
