using System.Net.Sockets;
using System.Security.Authentication;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>The cause of an attempt without a response: name resolution, connection, TLS, proxy or timeout.</summary>
internal sealed class TransportFailure
{
    private TransportFailure(BdrcErrorKind kind, string code, string description, bool outcomeUnknown)
    {
        Kind = kind;
        Code = code;
        Description = description;
        OutcomeUnknown = outcomeUnknown;
    }

    public BdrcErrorKind Kind { get; }

    public string Code { get; }

    /// <summary>The cause, as the end of a sentence.</summary>
    public string Description { get; }

    /// <summary>Whether the service may have received the request.</summary>
    public bool OutcomeUnknown { get; }

    /// <summary>Finds the cause of any exception that a transport throws.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="proxy">Host and port of the proxy; null when none is used.</param>
    public static TransportFailure Of(Exception failure, string? proxy = null)
    {
        // The attempt timeout is the only one that throws it directly.
        if (failure is TimeoutException)
        {
            return new(
                BdrcErrorKind.Timeout,
                "RequestTimeout",
                Strings.TransportResponseTimeout.FormatInvariant(FrameworkMessage.Of(failure)),
                outcomeUnknown: true);
        }

        // .NET reports its connect timeout, which includes the tunnel and TLS, as a cancellation.
        if (failure is OperationCanceledException)
        {
            return failure.InnerException is TimeoutException
                ? ConnectTimeout(proxy)
                : MaybeSent("ConnectionBroken", Strings.TransportCanceled);
        }

        return OfKnownStage(failure, proxy) ?? OfUnknownStage(failure, proxy);
    }

    private static TransportFailure NotSent(string code, string description) =>
        new(BdrcErrorKind.Connection, code, description, outcomeUnknown: false);

    private static TransportFailure MaybeSent(string code, string description) =>
        new(BdrcErrorKind.Connection, code, description, outcomeUnknown: true);

    private static TransportFailure ConnectTimeout(string? proxy) => proxy is null
        ? NotSent("ConnectTimeout", Strings.TransportConnectTimeout.FormatInvariant(RetryPolicy.ConnectTimeout.TotalSeconds))
        : NotSent("ProxyFailed", Strings.TransportProxyTimeout.FormatInvariant(proxy, RetryPolicy.ConnectTimeout.TotalSeconds));

    /// <summary>A failure whose stage the HTTP stack reports; null for another one.</summary>
    private static TransportFailure? OfKnownStage(Exception failure, string? proxy)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
                return NotSent("TlsFailed", Strings.TransportTls.FormatInvariant(FrameworkMessage.Of(cause)));
        }

#if NET
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is TunnelException)
                return NotSent("ProxyFailed", Strings.TransportProxyAt.FormatInvariant(proxy, FrameworkMessage.Of(cause)));
        }

        return (failure as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError => Unconnected(failure, proxy),
            HttpRequestError.ProxyTunnelError =>
                NotSent("ProxyFailed", Strings.TransportProxy.FormatInvariant(FrameworkMessage.Of(failure))),
            HttpRequestError.SecureConnectionError => NotSent(
                "ConnectionFailed",
                Strings.TransportTlsInterrupted.FormatInvariant(FrameworkMessage.Of(failure.InnerException ?? failure))),
            HttpRequestError.ResponseEnded => MaybeSent("ConnectionBroken", Strings.TransportEnded),
            _ => null,
        };
#else
        return failure.InnerException is not System.Net.WebException web ? null : web.Status switch
        {
            System.Net.WebExceptionStatus.NameResolutionFailure or System.Net.WebExceptionStatus.ConnectFailure =>
                Unconnected(web, proxy),
            System.Net.WebExceptionStatus.SecureChannelFailure or System.Net.WebExceptionStatus.TrustFailure =>
                NotSent("TlsFailed", Strings.TransportTls.FormatInvariant(FrameworkMessage.Of(web))),
            System.Net.WebExceptionStatus.ProxyNameResolutionFailure or System.Net.WebExceptionStatus.RequestProhibitedByProxy =>
                NotSent("ProxyFailed", Strings.TransportProxy.FormatInvariant(FrameworkMessage.Of(web))),
            _ => null,
        };
#endif
    }

    /// <summary>No connection exists. Through a proxy, the proxy is the only host that is connected to.</summary>
    private static TransportFailure Unconnected(Exception failure, string? proxy)
    {
        var cause = failure;
        while (cause is not SocketException && cause.InnerException is not null)
            cause = cause.InnerException;
        var direct = cause is SocketException socket ? OfConnect(socket.SocketErrorCode) : null;
        direct ??= NotSent("ConnectionFailed", Strings.TransportConnectFailed.FormatInvariant(FrameworkMessage.Of(cause)));
        return proxy is null ? direct : NotSent("ProxyFailed", Strings.TransportProxyAt.FormatInvariant(proxy, direct.Description));
    }

    private static TransportFailure? OfConnect(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery =>
            NotSent("NameNotResolved", Strings.TransportNameNotResolved),
        SocketError.ConnectionRefused =>
            NotSent("ConnectionRefused", Strings.TransportRefused),
        SocketError.TimedOut => ConnectTimeout(proxy: null),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable =>
            NotSent("HostUnreachable", Strings.TransportHostUnreachable),
        _ => null,
    };

    /// <summary>A failure that does not say whether the request was sent.</summary>
    private static TransportFailure OfUnknownStage(Exception failure, string? proxy)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            // A socket that fails below a stream was connected: the same error codes then say nothing about the connection.
            if (cause is IOException)
                break;
            if (cause is SocketException socket && OfConnect(socket.SocketErrorCode) is not null)
                return Unconnected(socket, proxy);
        }

        if (failure is InvalidDataException)
            return MaybeSent("AnswerDamaged", Strings.ResponseCorrupt);
        if (failure is HttpRequestException or IOException or SocketException or ObjectDisposedException or System.Net.WebException)
        {
            var last = failure;
            while (last.InnerException is not null)
                last = last.InnerException;
            return MaybeSent("ConnectionBroken", Strings.TransportInterrupted.FormatInvariant(FrameworkMessage.Of(last)));
        }

        return new(
            BdrcErrorKind.Unknown,
            "TransportFailed",
            Strings.TransportUnexpected.FormatInvariant(failure.GetType().Name, FrameworkMessage.Of(failure)),
            outcomeUnknown: true);
    }
}
