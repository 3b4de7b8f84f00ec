using Bdrc.Core.Http.Retry;
using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>Sends one attempt and reads its whole response, under the timeout of an attempt.</summary>
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
            await BufferedContent.FillAsync(response, call.MaxResponseBytes, linked.Token).ConfigureAwait(false);
            return response;
        }
        catch (Exception failure) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested
            && failure is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException)
        {
            throw new TimeoutException(Strings.AttemptTimedOut.FormatInvariant(call.Options.AttemptTimeout.TotalSeconds), failure);
        }
    }
}
