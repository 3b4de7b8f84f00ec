using System.Text.Json;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Core.Client;

/// <summary>
/// The client of the service, with one method for each operation. Every method throws <see cref="BdrcException"/> when the call
/// fails, and <see cref="OperationCanceledException"/> when it is cancelled.
/// </summary>
public sealed partial class BdrcClient
{
    private readonly BdrcContext _context;
    private readonly Action<BdrcDiagnostic>? _onDiagnostic;
    private readonly bool _background;

    private BdrcClient(BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, bool background = false)
    {
        _context = context;
        _onDiagnostic = onDiagnostic;
        _background = background;
    }

    /// <summary>Creates a client. It needs no disposal and can be created for every call.</summary>
    /// <param name="context">The endpoint, region and credentials.</param>
    /// <param name="onDiagnostic">Receives messages for the user, from any thread; null to discard them.</param>
    public static BdrcClient For(BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic) => new(context, onDiagnostic);

    /// <summary>Creates a client for polls. The rate limiter serves the calls of other clients first.</summary>
    internal static BdrcClient InBackground(BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic) =>
        new(context, onDiagnostic, background: true);

    /// <summary>Prepares the first call in the background, once in a process.</summary>
    public static void WarmUp() => Client.WarmUp.Start();

    /// <summary>Calls an operation that returns an object in <c>Data</c>.</summary>
    private async Task<(T Data, string? RequestId)> CallAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var (envelope, response, call) = await SendAsync<T>(request, cancellationToken).ConfigureAwait(false);
        return (envelope.Data ?? throw UnexpectedBody.ToError(response, call, failure: null), envelope.RequestId);
    }

    /// <summary>Calls an operation whose response has no data. The body can be empty.</summary>
    private async Task<string?> ConfirmAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var (envelope, response, call) = await SendAsync<object>(request, cancellationToken).ConfigureAwait(false);
        return envelope.Data is null && UnexpectedBody.IsError(BufferedContent.BytesOf(response))
            ? throw UnexpectedBody.ToError(response, call, failure: null)
            : envelope.RequestId;
    }

    /// <summary>Sends a call. The response has been read completely and needs no disposal by the caller.</summary>
    private async Task<(Envelope<T> Envelope, HttpResponseMessage Response, HttpCall Call)> SendAsync<T>(
        ApiRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var call = ServiceCall.Create(_context, request, _background, _onDiagnostic);
        var started = call.Clock.GetTimestamp();
        var response = await HttpPipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            var envelope = Read<T>(BufferedContent.BytesOf(response), response, call);
            if (call.OnDiagnostic is not null)
                LogResponse(call, response, envelope.RequestId, call.Clock.GetElapsedTime(started));
            return (envelope, response, call);
        }
    }

    private static Envelope<T> Read<T>(byte[] body, HttpResponseMessage response, HttpCall call)
        where T : class
    {
        if (body.Length == 0)
            return new Envelope<T>();

        try
        {
            return JsonBody.Read<Envelope<T>>(body)
                ?? throw UnexpectedBody.ToError(response, call, failure: null);
        }
        catch (JsonException failure)
        {
            throw UnexpectedBody.ToError(response, call, failure);
        }
    }

    private static void LogResponse(HttpCall call, HttpResponseMessage response, string? requestId, TimeSpan elapsed) =>
        call.Log(BdrcDiagnosticLevel.Verbose, () => Strings.ResponseLine.FormatInvariant(
            call.Operation,
            call.Method,
            call.Authority,
            call.Path,
            (int)response.StatusCode,
            elapsed.TotalMilliseconds,
            requestId ?? "none"));
}
