using System.Globalization;
using Bdrc.Core.Http.Errors;
using Bdrc.Text;

namespace Bdrc.Core.Http;

/// <summary>
/// Logs one debug line for each exchange. The line never contains a header, a query or a body, because any of them can contain
/// a secret.
/// </summary>
internal sealed class TraceHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = HttpCall.Of(request);
        return call.OnDiagnostic is null ? base.SendAsync(request, cancellationToken) : SendAndTraceAsync(request, call, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAndTraceAsync(
        HttpRequestMessage request, HttpCall call, CancellationToken cancellationToken)
    {
        var started = call.Clock.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var requestId = ResponseHeaders.First(response, "x-acs-request-id") ?? "-";
            Trace(call, started, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), requestId);
            return response;
        }
        catch (Exception failure)
        {
            Trace(call, started, failure.GetType().Name, "-");
            throw;
        }
    }

    private static void Trace(HttpCall call, long started, string outcome, string requestId) => call.Log(
        BdrcDiagnosticLevel.Debug,
        Strings.Trace.FormatInvariant(
            call.Operation,
            call.Attempts,
            call.Method,
            call.Authority,
            call.Path,
            outcome,
            (long)call.Clock.GetElapsedTime(started).TotalMilliseconds,
            requestId));
}
