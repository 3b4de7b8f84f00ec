using System.Text;
using System.Text.Json;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Json;
using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Core.Client;

/// <content>Calls by hand.</content>
public sealed partial class BdrcClient
{
    /// <summary>Calls any operation, through the same signing, retries and errors as all others.</summary>
    /// <param name="raw">The call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer's body as it came.</returns>
    public Task<string> InvokeAsync(RawRequest raw, CancellationToken cancellationToken) =>
        InvokeAsync(raw, static (_, _, body) => Encoding.UTF8.GetString(body), cancellationToken);

    /// <summary>Calls any operation and reads its answer.</summary>
    /// <param name="raw">The call.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Strings, numbers, booleans, <c>object[]</c> and dictionaries; null when the answer was empty.</returns>
    /// <exception cref="BdrcException">Also when the answer is not JSON.</exception>
    public Task<object?> InvokeAndReadAsync(RawRequest raw, CancellationToken cancellationToken) =>
        InvokeAsync(raw, ReadAnything, cancellationToken);

    private async Task<T> InvokeAsync<T>(
        RawRequest raw, Func<HttpResponseMessage, ApiCall, byte[], T> read, CancellationToken cancellationToken)
    {
        var call = new ApiCall(_context, RawCall.ToRequest(raw), _report) { IsBackground = _background };
        var started = call.State.TimeProvider.GetTimestamp();
        var (response, body) = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            if (call.Reports)
                ReportAnswer(call, response, requestId: null, call.State.TimeProvider.GetElapsedTime(started));
            return read(response, call, body);
        }
    }

    private static object? ReadAnything(HttpResponseMessage response, ApiCall call, byte[] body)
    {
        if (body.Length == 0)
            return null;

        try
        {
            return JsonSerializer.Deserialize(body, BdrcJson.TypeInfo<object>());
        }
        catch (JsonException failure)
        {
            throw ErrorFactory.FromUnreadable(response, call, failure);
        }
    }
}
