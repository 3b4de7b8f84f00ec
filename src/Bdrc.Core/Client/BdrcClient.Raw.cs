using System.Text;
using System.Text.Json;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Transport;
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
        RawRequest raw, Func<HttpResponseMessage, HttpCall, byte[], T> read, CancellationToken cancellationToken)
    {
        var call = ServiceCall.Create(_context, RawCall.ToRequest(raw), _background, _onDiagnostic);
        var started = call.Clock.GetTimestamp();
        var response = await HttpPipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            if (call.OnDiagnostic is not null)
                LogResponse(call, response, requestId: null, call.Clock.GetElapsedTime(started));
            return read(response, call, BufferedContent.BytesOf(response));
        }
    }

    private static object? ReadAnything(HttpResponseMessage response, HttpCall call, byte[] body)
    {
        if (body.Length == 0)
            return null;

        try
        {
            return JsonSerializer.Deserialize(body, BdrcJson.TypeInfo<object>());
        }
        catch (JsonException failure)
        {
            throw ServiceFailureClassifier.FromUnreadable(response, call, failure);
        }
    }
}
