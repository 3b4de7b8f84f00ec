namespace Bdrc.Core.Tests.Contract;

/// <summary>What a method of the client gave: an object or text, or the items of its first page.</summary>
internal sealed record CallResult(object? Value, IReadOnlyList<object>? Items = null, long? TotalCount = null);
