using System.Text.Json;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Client;

/// <content>Raw calls.</content>
public sealed partial class BdrcClient
{
    /// <summary>Calls any operation, with the same signing, retries and errors as other calls.</summary>
    /// <param name="raw">The call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body of the response, unchanged.</returns>
    public Task<string> InvokeAsync(RawRequest raw, CancellationToken cancellationToken) =>
        InvokeAsync(raw, static (_, _, body) => JsonBody.Text(body), cancellationToken);

    /// <summary>Calls any operation and parses its response.</summary>
    /// <param name="raw">The call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Strings, numbers, booleans, <c>object[]</c> and dictionaries; null for an empty response.</returns>
    /// <exception cref="BdrcException">The call failed, or the response is not JSON.</exception>
    public Task<object?> InvokeAndReadAsync(RawRequest raw, CancellationToken cancellationToken) =>
        InvokeAsync(raw, ParseBody, cancellationToken);

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

    private static object? ParseBody(HttpResponseMessage response, HttpCall call, byte[] body)
    {
        if (body.Length == 0)
            return null;

        try
        {
            return JsonBody.Read<object>(body);
        }
        catch (JsonException failure)
        {
            throw UnexpectedBody.ToError(response, call, failure);
        }
    }
}
