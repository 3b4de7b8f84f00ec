using System.Globalization;
using Bdrc.Core.Errors;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Pipeline;

/// <summary>Repeats what may be repeated; what cannot be mended leaves as a <see cref="BdrcException"/>.</summary>
internal sealed class RetryHandler(HoldOff holdOff) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var clock = call.State.TimeProvider;
        var started = clock.GetTimestamp();
        while (true)
        {
            call.Attempts++;
            var failure = await AttemptAsync(request, call, cancellationToken).ConfigureAwait(false);
            if (failure.Response is { } response)
                return response;

            var error = failure.Error!;
            var delay = RetryPolicy.Delay(error, call.Operation.Idempotency, call.Attempts, call.State.Jitter());
            if (delay is not { } wait || clock.GetElapsedTime(started) + wait > RetryPolicy.TotalBudget)
                throw ErrorFactory.Final(error, call);

            if (error.RetryAfter is { } hint)
                holdOff.Extend(call, hint);
            call.RetryDelay = (long)wait.TotalMilliseconds;
            call.Report(
                wait >= TimeSpan.FromSeconds(10) ? BdrcDiagnosticLevel.Warning : BdrcDiagnosticLevel.Verbose,
                Announce(call, error, wait));
            await clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(HttpResponseMessage? Response, BdrcException? Error)> AttemptAsync(
        HttpRequestMessage request, ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return (response, null);

            using (response)
                return (null, await ErrorFactory.FromAnswerAsync(response, call).ConfigureAwait(false));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException)
        {
            return (null, ErrorFactory.FromTransport(failure, call));
        }
    }

    private static string Announce(ApiCall call, BdrcException error, TimeSpan wait) => string.Format(
        CultureInfo.InvariantCulture,
        "{0}: attempt {1} of {2} in {3:0.0} s: {4}{5}{6}",
        call.Operation.Name,
        call.Attempts + 1,
        RetryPolicy.MaxRetries + 1,
        wait.TotalSeconds,
        error.Code,
        error.RequestId is null ? string.Empty : ", RequestId " + error.RequestId,
        error.RetryAfter is { } hint ? $", server asked {hint.TotalMilliseconds:0} ms" : string.Empty);
}
