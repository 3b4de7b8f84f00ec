namespace Bdrc.Core.Client;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The page's items.</param>
/// <param name="NextToken">Cursor of the next page; null or empty on the last.</param>
/// <param name="TotalCount">How many items the whole list has; null when the service does not say, which is usual.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken, long? TotalCount);
