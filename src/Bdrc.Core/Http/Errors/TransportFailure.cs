using System.Net.Sockets;
using System.Security.Authentication;
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

    public static TransportFailure Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
                return NotSent("TlsFailed", Strings.TransportTls.FormatInvariant(cause.Message));
            if (cause is SocketException socket)
                return OfSocket(socket.SocketErrorCode, socket.Message);
            if (cause is InvalidDataException)
                return MaybeSent("AnswerDamaged", Strings.ResponseCorrupt);
            if (cause is TimeoutException)
            {
                return new(
                    BdrcErrorKind.Timeout,
                    "RequestTimeout",
                    Strings.TransportResponseTimeout.FormatInvariant(cause.Message),
                    outcomeUnknown: true);
            }
        }

        return OfRequestError(failure);
    }

    private static TransportFailure NotSent(string code, string description) =>
        new(BdrcErrorKind.Connection, code, description, outcomeUnknown: false);

    private static TransportFailure MaybeSent(string code, string description) =>
        new(BdrcErrorKind.Connection, code, description, outcomeUnknown: true);

    private static TransportFailure OfSocket(SocketError error, string message) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery =>
            NotSent("NameNotResolved", Strings.TransportNameNotResolved),
        SocketError.ConnectionRefused =>
            NotSent("ConnectionRefused", Strings.TransportRefused),
        SocketError.TimedOut =>
            NotSent("ConnectTimeout", Strings.TransportConnectTimeout),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable =>
            NotSent("HostUnreachable", Strings.TransportHostUnreachable),
        _ => MaybeSent("ConnectionBroken", Strings.TransportInterrupted.FormatInvariant(message)),
    };

    private static TransportFailure OfRequestError(Exception failure)
    {
#if NET
        switch ((failure as HttpRequestException)?.HttpRequestError)
        {
            case HttpRequestError.NameResolutionError:
                return NotSent("NameNotResolved", Strings.TransportNameNotResolved);
            case HttpRequestError.ProxyTunnelError:
                return NotSent("ProxyFailed", Strings.TransportProxy.FormatInvariant(failure.Message));
            case HttpRequestError.SecureConnectionError:
                return NotSent("TlsFailed", Strings.TransportTls.FormatInvariant(failure.Message));
            case HttpRequestError.ConnectionError:
                return NotSent("ConnectionFailed", Strings.TransportConnectFailed.FormatInvariant(failure.Message));
            default:
                break;
        }
#else
        if (failure.InnerException is System.Net.WebException web)
        {
            switch (web.Status)
            {
                case System.Net.WebExceptionStatus.NameResolutionFailure:
                    return NotSent("NameNotResolved", Strings.TransportNameNotResolved);
                case System.Net.WebExceptionStatus.ConnectFailure:
                    return NotSent("ConnectionFailed", Strings.TransportConnectFailed.FormatInvariant(web.Message));
                case System.Net.WebExceptionStatus.SecureChannelFailure or System.Net.WebExceptionStatus.TrustFailure:
                    return NotSent("TlsFailed", Strings.TransportTls.FormatInvariant(web.Message));
                case System.Net.WebExceptionStatus.ProxyNameResolutionFailure or System.Net.WebExceptionStatus.RequestProhibitedByProxy:
                    return NotSent("ProxyFailed", Strings.TransportProxy.FormatInvariant(web.Message));
                default:
                    break;
            }
        }
#endif
        return MaybeSent("ConnectionBroken", Strings.TransportInterrupted.FormatInvariant(failure.Message));
    }
}
