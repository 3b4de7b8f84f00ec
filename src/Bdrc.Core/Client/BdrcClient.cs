using System.Text.Json;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Core.Client;

/// <summary>
/// The service as methods, one for each operation. Every method throws <see cref="BdrcException"/> for what the service or
/// the network refuses, and <see cref="OperationCanceledException"/> when it is stopped.
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

    /// <summary>Makes a client. It holds nothing that must be released and may be made for every call.</summary>
    /// <param name="context">Where to call and as whom.</param>
    /// <param name="onDiagnostic">Receives messages for the user, from any thread; null for none.</param>
    public static BdrcClient For(BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic) => new(context, onDiagnostic);

    /// <summary>Makes a client for polls, which give way to what a person asks for when the quota is short.</summary>
    internal static BdrcClient InBackground(BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic) => new(context, onDiagnostic, background: true);

    /// <summary>Prepares what the first call needs in the background, once in a process, so that it need not wait for it.</summary>
    public static void WarmUp() => Client.WarmUp.Start();

    /// <summary>Calls an operation that returns an object in <c>Data</c>.</summary>
    private async Task<(T Data, string? RequestId)> CallAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await SendAsync<T>(request, cancellationToken).ConfigureAwait(false);
        return (answer.Envelope.Data ?? throw answer.Unreadable(null), answer.Envelope.RequestId);
    }

    /// <summary>Calls an operation that only confirms; an empty answer confirms as well.</summary>
    private async Task<string?> ConfirmAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var answer = await SendAsync<object>(request, cancellationToken).ConfigureAwait(false);
        return answer.Envelope.RequestId;
    }

    private async Task<(Envelope<T> Envelope, Func<Exception?, BdrcException> Unreadable)> SendAsync<T>(
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
            return (envelope, failure => ServiceFailureClassifier.FromUnreadable(response, call, failure));
        }
    }

    private static Envelope<T> Read<T>(byte[] body, HttpResponseMessage response, HttpCall call)
        where T : class
    {
        if (body.Length == 0)
            return new Envelope<T>();

        try
        {
            return JsonSerializer.Deserialize(body, BdrcJson.TypeInfo<Envelope<T>>())
                ?? throw ServiceFailureClassifier.FromUnreadable(response, call, null);
        }
        catch (JsonException failure)
        {
            throw ServiceFailureClassifier.FromUnreadable(response, call, failure);
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
