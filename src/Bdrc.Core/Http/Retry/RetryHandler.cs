using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Throttling;
using Bdrc.Text;

namespace Bdrc.Core.Http.Retry;

/// <summary>Repeats what may be repeated; what cannot be mended leaves as a <see cref="BdrcException"/>.</summary>
internal sealed class RetryHandler(RetryAfterGate holdOff) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var history = new RetryHistory(call);
        while (true)
        {
            call.Attempts++;
            call.AttemptTimeout = history.TimeForAttempt();
            var (response, error) = await AttemptAsync(request, call, cancellationToken).ConfigureAwait(false);
            if (response is not null)
            {
                call.Host.RetryBudget.Earn();
                return response;
            }

            if (history.MeansDone(error!))
                return new HttpResponseMessage(System.Net.HttpStatusCode.NoContent);
            if (history.MendsClock(error!))
                continue;

            var wait = history.NextDelay(error!);
            if (error!.RetryAfter is { } hint)
                holdOff.Extend(call, hint);
            Announce(call, error, wait);
            await call.State.TimeProvider.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
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
            {
                call.ServerTime = response.Headers.Date;
                return (null, await ErrorFactory.FromAnswerAsync(response, call).ConfigureAwait(false));
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException or InvalidDataException)
        {
            return (null, ErrorFactory.FromTransport(failure, call));
        }
    }

    private static void Announce(ApiCall call, BdrcException error, TimeSpan wait)
    {
        call.RetryDelay = (long)wait.TotalMilliseconds;
        if (!call.Reports)
            return;

        var line = Strings.RetryLine.FormatInvariant(
            call.Operation.Name,
            call.Attempts + 1,
            call.State.Settings.MaxRetries + 1,
            wait.TotalSeconds,
            error.Code,
            error.RequestId is null ? string.Empty : Strings.RetryLineRequest.FormatInvariant(error.RequestId),
            error.RetryAfter is { } hint ? Strings.RetryLineHint.FormatInvariant(hint.TotalMilliseconds) : string.Empty);
        call.Report(wait >= TimeSpan.FromSeconds(10) ? BdrcDiagnosticLevel.Warning : BdrcDiagnosticLevel.Verbose, line);
        if (wait > TimeSpan.FromSeconds(3))
            call.Report(BdrcDiagnosticLevel.Waiting, line);
    }
}
