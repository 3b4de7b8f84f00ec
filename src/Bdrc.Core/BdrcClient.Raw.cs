using System.Text;
using Bdrc.Core.Pipeline;
using Bdrc.Core.RawCalls;

namespace Bdrc.Core;

/// <content>Calls by hand.</content>
public sealed partial class BdrcClient
{
    /// <summary>Calls any operation, through the same signing, retries and errors as all others.</summary>
    /// <param name="raw">The call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer's body as it came.</returns>
    public async Task<string> InvokeAsync(RawRequest raw, CancellationToken cancellationToken)
    {
        var call = new ApiCall(_context, RawCall.ToRequest(raw), _report);
        var started = call.State.TimeProvider.GetTimestamp();
        var (response, body) = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            if (call.Reports)
                ReportAnswer(call, response, requestId: null, call.State.TimeProvider.GetElapsedTime(started));
            return Encoding.UTF8.GetString(body);
        }
    }
}
