using System.Net.Sockets;
using System.Security.Authentication;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>What failed when no response arrived: name, connection, TLS, proxy, timeout.</summary>
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

    /// <summary>Whether the request may have arrived.</summary>
    public bool OutcomeUnknown { get; }

    public static TransportFailure Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
                return new(BdrcErrorKind.Connection, "TlsFailed", Strings.TransportTls.FormatInvariant(cause.Message), outcomeUnknown: false);
            if (cause is SocketException socket)
                return OfSocket(socket.SocketErrorCode, socket.Message);
            if (cause is InvalidDataException)
                return new(BdrcErrorKind.Connection, "AnswerDamaged", Strings.ResponseCorrupt, outcomeUnknown: true);
            if (cause is TimeoutException)
                return new(BdrcErrorKind.Timeout, "RequestTimeout", Strings.TransportResponseTimeout.FormatInvariant(cause.Message), outcomeUnknown: true);
        }

        return OfRequestError(failure);
    }

    private static TransportFailure OfSocket(SocketError error, string message) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery =>
            new(BdrcErrorKind.Connection, "NameNotResolved", Strings.TransportNameNotResolved, outcomeUnknown: false),
        SocketError.ConnectionRefused =>
            new(BdrcErrorKind.Connection, "ConnectionRefused", Strings.TransportRefused, outcomeUnknown: false),
        SocketError.TimedOut =>
            new(BdrcErrorKind.Connection, "ConnectTimeout", Strings.TransportConnectTimeout, outcomeUnknown: false),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable =>
            new(BdrcErrorKind.Connection, "HostUnreachable", Strings.TransportHostUnreachable, outcomeUnknown: false),
        _ => new(BdrcErrorKind.Connection, "ConnectionBroken", Strings.TransportInterrupted.FormatInvariant(message), outcomeUnknown: true),
    };

    private static TransportFailure OfRequestError(Exception failure)
    {
#if NET
        switch ((failure as HttpRequestException)?.HttpRequestError)
        {
            case HttpRequestError.NameResolutionError:
                return new(BdrcErrorKind.Connection, "NameNotResolved", Strings.TransportNameNotResolved, outcomeUnknown: false);
            case HttpRequestError.ProxyTunnelError:
                return new(BdrcErrorKind.Connection, "ProxyFailed", Strings.TransportProxy.FormatInvariant(failure.Message), outcomeUnknown: false);
            case HttpRequestError.SecureConnectionError:
                return new(BdrcErrorKind.Connection, "TlsFailed", Strings.TransportTls.FormatInvariant(failure.Message), outcomeUnknown: false);
            case HttpRequestError.ConnectionError:
                return new(BdrcErrorKind.Connection, "ConnectionFailed", Strings.TransportConnectFailed.FormatInvariant(failure.Message), outcomeUnknown: false);
            default:
                break;
        }
#else
        if (failure.InnerException is System.Net.WebException web)
        {
            switch (web.Status)
            {
                case System.Net.WebExceptionStatus.NameResolutionFailure:
                    return new(BdrcErrorKind.Connection, "NameNotResolved", Strings.TransportNameNotResolved, outcomeUnknown: false);
                case System.Net.WebExceptionStatus.ConnectFailure:
                    return new(BdrcErrorKind.Connection, "ConnectionFailed", Strings.TransportConnectFailed.FormatInvariant(web.Message), outcomeUnknown: false);
                case System.Net.WebExceptionStatus.SecureChannelFailure or System.Net.WebExceptionStatus.TrustFailure:
                    return new(BdrcErrorKind.Connection, "TlsFailed", Strings.TransportTls.FormatInvariant(web.Message), outcomeUnknown: false);
                case System.Net.WebExceptionStatus.ProxyNameResolutionFailure or System.Net.WebExceptionStatus.RequestProhibitedByProxy:
                    return new(BdrcErrorKind.Connection, "ProxyFailed", Strings.TransportProxy.FormatInvariant(web.Message), outcomeUnknown: false);
                default:
                    break;
            }
        }
#endif
        return new(BdrcErrorKind.Connection, "ConnectionBroken", Strings.TransportInterrupted.FormatInvariant(failure.Message), outcomeUnknown: true);
    }
}
