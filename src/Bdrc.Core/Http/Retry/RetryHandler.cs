using System.Net;
using Bdrc.Text;

namespace Bdrc.Core.Http.Retry;

/// <summary>
/// Retries failed attempts according to the operation's idempotency. Throws <see cref="BdrcException"/> when retrying is not
/// allowed or did not help.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = HttpCall.Of(request);
        while (true)
        {
            call.Attempts++;
            call.Failure = null;
            try
            {
                var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                call.Host.RetryBudget.Refill();
                return response;
            }
            catch (BdrcException) when (call.Failure is not null)
            {
                // The call holds the classified failure. Without one, for example when credentials are missing, the call ends.
            }

            var failure = call.Failure;
            if (call.History.ConfirmsEarlierAttempt(failure))
                return new HttpResponseMessage(HttpStatusCode.NoContent);
            if (call.History.TryCorrectClock(failure))
                continue;

            var wait = call.History.NextDelay(failure);
            Log(call, failure.Error, wait);
            call.Stage = CallStage.Retrying;
            await call.Clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Log(HttpCall call, BdrcException error, TimeSpan wait)
    {
        call.RetryDelay = (long)wait.TotalMilliseconds;
        if (call.OnDiagnostic is null)
            return;

        var line = Strings.RetryLine.FormatInvariant(
            call.Operation,
            call.Attempts + 1,
            call.Options.MaxRetries + 1,
            wait.TotalSeconds,
            error.Code,
            error.RequestId is null ? string.Empty : Strings.RetryLineRequest.FormatInvariant(error.RequestId),
            error.RetryAfter is { } hint ? Strings.RetryLineHint.FormatInvariant(hint.TotalMilliseconds) : string.Empty);
        call.Log(wait >= TimeSpan.FromSeconds(10) ? BdrcDiagnosticLevel.Warning : BdrcDiagnosticLevel.Verbose, line);
        if (wait > TimeSpan.FromSeconds(3))
            call.Log(BdrcDiagnosticLevel.Waiting, line);
    }
}
