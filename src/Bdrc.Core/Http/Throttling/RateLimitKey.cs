using Bdrc.Core.Operations;

namespace Bdrc.Core.Http.Throttling;

/// <summary>What the service counts requests by.</summary>
/// <param name="AccessKeyId">The key that stands for the account.</param>
/// <param name="Host">Host and port.</param>
/// <param name="Region">Region id; null when only an endpoint is known.</param>
/// <param name="Operation">Name of the operation.</param>
internal readonly record struct RateLimitKey(string AccessKeyId, string Host, string? Region, string Operation);
