using System.Globalization;
using Bdrc.Core.Http.Errors;
using Bdrc.Text;

namespace Bdrc.Core.Http;

/// <summary>
/// Writes one line for each exchange to the debug stream. What may stand there is listed here, one by one: never a header, a
/// query or a body, for any of them can hold a secret.
/// </summary>
internal sealed class TraceHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        if (!call.Reports)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        var started = call.State.TimeProvider.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var requestId = ErrorFactory.HeaderOf(response, "x-acs-request-id") ?? "-";
            Trace(call, started, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), requestId);
            return response;
        }
        catch (Exception failure)
        {
            Trace(call, started, failure.GetType().Name, "-");
            throw;
        }
    }

    private static void Trace(ApiCall call, long started, string outcome, string requestId) => call.Report(
        BdrcDiagnosticLevel.Debug,
        Strings.Trace.FormatInvariant(
            call.Operation.Name,
            call.Attempts,
            call.Operation.Method,
            call.Context.Endpoint.Authority,
            call.Path,
            outcome,
            (long)call.State.TimeProvider.GetElapsedTime(started).TotalMilliseconds,
            requestId));
}
