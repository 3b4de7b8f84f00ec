using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http.Throttling;

/// <summary>
/// Waits for the Retry-After of earlier responses and for the rate limiter of the operation, and updates both from each throttling
/// response, including the last one of a call. It is inside the retry handler, because the service counts attempts.
/// </summary>
internal sealed class ThrottlingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = HttpCall.Of(request);
        var gate = call.Route.State.Get<RetryAfterGate>();
        var wait = gate.WaitAsync(call, cancellationToken);
        if (wait.Status != TaskStatus.RanToCompletion)
        {
            call.Stage = CallStage.RetryAfter;
            await wait.ConfigureAwait(false);
        }

        call.Stage = CallStage.Credentials;
        var account = call.CredentialProvider is { } provider
            ? await provider.GetAccountAsync(call.OnDiagnostic, cancellationToken).ConfigureAwait(false)
            : string.Empty;
        var limiter = call.Route.State.Get<RateLimiterRegistry>().For(call, account);
        call.Stage = CallStage.RateLimit;
        await limiter.AcquireAsync(call.IsBackground, cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException error) when (call.Failure is { Class: FailureClass.Throttled })
        {
            limiter.OnThrottled(call.Failure.StatedQuota);
            gate.Extend(call, error);
            throw;
        }
    }
}
