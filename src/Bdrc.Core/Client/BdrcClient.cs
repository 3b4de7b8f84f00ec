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
    private readonly Action<BdrcDiagnostic>? _report;
    private readonly bool _background;

    private BdrcClient(BdrcContext context, Action<BdrcDiagnostic>? report, bool background = false)
    {
        _context = context;
        _report = report;
        _background = background;
    }

    /// <summary>Makes a client. It holds nothing that must be released and may be made for every call.</summary>
    /// <param name="context">Where to call and as whom.</param>
    /// <param name="report">Receives messages for the user, from any thread; null for none.</param>
    public static BdrcClient For(BdrcContext context, Action<BdrcDiagnostic>? report) => new(context, report);

    /// <summary>Makes a client for polls, which give way to what a person asks for when the quota is short.</summary>
    internal static BdrcClient InBackground(BdrcContext context, Action<BdrcDiagnostic>? report) => new(context, report, background: true);

    /// <summary>Prepares what the first call needs in the background, once in a process, so that it need not wait for it.</summary>
    public static void WarmUp() => Http.WarmUp.Start();

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
        var call = new ApiCall(_context, request, _report) { IsBackground = _background };
        var started = call.State.TimeProvider.GetTimestamp();
        var (response, body) = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            var envelope = Read<T>(body, response, call);
            if (call.Reports)
                ReportAnswer(call, response, envelope.RequestId, call.State.TimeProvider.GetElapsedTime(started));
            return (envelope, failure => ErrorFactory.FromUnreadable(response, call, failure));
        }
    }

    private static async Task<(HttpResponseMessage Response, byte[] Body)> ExchangeAsync(
        ApiCall call, CancellationToken cancellationToken)
    {
        using var message = call.ToMessage();
        var response = await HttpPipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);

        return (response, response.Content is null ? [] : await ReadBufferedAsync(response.Content).ConfigureAwait(false));
    }

    // The transport has buffered the body: there is nothing left to cancel.
    private static Task<byte[]> ReadBufferedAsync(HttpContent content) =>
        content is BufferedContent body ? Task.FromResult(body.Bytes) : content.ReadAsByteArrayAsync();

    private static Envelope<T> Read<T>(byte[] body, HttpResponseMessage response, ApiCall call)
        where T : class
    {
        if (body.Length == 0)
            return new Envelope<T>();

        try
        {
            return JsonSerializer.Deserialize(body, BdrcJson.TypeInfo<Envelope<T>>())
                ?? throw ErrorFactory.FromUnreadable(response, call, null);
        }
        catch (JsonException failure)
        {
            throw ErrorFactory.FromUnreadable(response, call, failure);
        }
    }

    private static void ReportAnswer(ApiCall call, HttpResponseMessage response, string? requestId, TimeSpan elapsed) =>
        call.Report(BdrcDiagnosticLevel.Verbose, () => Strings.AnswerLine.FormatInvariant(
            call.Operation.Name,
            call.Operation.Method,
            call.Authority,
            call.Path,
            (int)response.StatusCode,
            elapsed.TotalMilliseconds,
            requestId ?? "none"));
}
