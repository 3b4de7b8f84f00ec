namespace Bdrc.Core.Json;

/// <summary>The <c>Data</c> of a list operation.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class PageData<T>
{
    public List<T>? Content { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }

    public long? TotalCount { get; set; }
}
