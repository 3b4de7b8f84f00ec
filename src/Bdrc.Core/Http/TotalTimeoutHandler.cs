using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Http;

/// <summary>
/// Limits the time of a whole call, including the attempts and the waits for the rate limiter, a Retry-After, credentials and
/// retries. It is the outermost handler.
/// </summary>
internal sealed class TotalTimeoutHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = HttpCall.Of(request);
        call.History.Start();
        using var timeout = call.Clock.CancelAfter(call.Options.RequestTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await base.SendAsync(request, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw call.History.TimedOut();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A cancellation that nobody requested must not look like the user's.
            throw call.History.Canceled();
        }
    }
}

/// <summary>Sends one attempt and reads its whole response within the time limit of an attempt.</summary>
internal sealed class AttemptTimeoutHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = HttpCall.Of(request);
        call.Stage = CallStage.Sending;
        using var timeout = call.Clock.CancelAfter(call.Options.AttemptTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var response = await base.SendAsync(request, linked.Token).ConfigureAwait(false);
            await BufferedContent.BufferAsync(response, call.MaxResponseBytes, linked.Token).ConfigureAwait(false);
            return response;
        }
        catch (Exception failure) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested
            && failure is not BdrcException)
        {
            throw new TimeoutException(Strings.AttemptTimedOut.FormatInvariant(call.Options.AttemptTimeout.TotalSeconds), failure);
        }
    }
}
