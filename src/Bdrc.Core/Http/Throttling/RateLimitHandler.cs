using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http.Throttling;

/// <summary>
/// Keeps to the quota and learns it. It stands inside the retries, because the service counts attempts, and after the
/// credentials, because it counts them by account.
/// </summary>
internal sealed class RateLimitHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var bucket = RateLimiterRegistry.Of(call);
        await bucket.AcquireAsync(call.IsBackground, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            var failure = await ErrorFactory.FromAnswerAsync(response, call).ConfigureAwait(false);
            if (RetryPolicy.Classify(failure) == FailureClass.Throttled)
                bucket.Shrink(StatedQuota.Of(response));
        }

        return response;
    }
}
