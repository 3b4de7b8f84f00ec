using System.Net.Sockets;
using System.Security.Authentication;
using Bdrc.Text;

namespace Bdrc.Core.Errors;

/// <summary>What broke when no answer came: name, connection, TLS, proxy, timeout.</summary>
internal sealed class TransportFailure
{
    private TransportFailure(BdrcErrorKind kind, string code, string what, bool outcomeUnknown)
    {
        Kind = kind;
        Code = code;
        What = what;
        OutcomeUnknown = outcomeUnknown;
    }

    public BdrcErrorKind Kind { get; }

    public string Code { get; }

    /// <summary>What went wrong, as the end of a sentence.</summary>
    public string What { get; }

    /// <summary>Whether the request may have arrived.</summary>
    public bool OutcomeUnknown { get; }

    public static TransportFailure Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
                return new(BdrcErrorKind.Connection, "TlsFailed", "TLS failed: " + cause.Message, outcomeUnknown: false);
            if (cause is SocketException socket)
                return OfSocket(socket.SocketErrorCode, socket.Message);
            if (cause is InvalidDataException)
                return new(BdrcErrorKind.Connection, "AnswerDamaged", Messages.AnswerDamaged, outcomeUnknown: true);
            if (cause is TimeoutException)
                return new(BdrcErrorKind.Timeout, "RequestTimeout", "the answer did not come in time: " + cause.Message, outcomeUnknown: true);
        }

        return OfRequestError(failure);
    }

    private static TransportFailure OfSocket(SocketError error, string message) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery =>
            new(BdrcErrorKind.Connection, "NameNotResolved", "the host name is not known", outcomeUnknown: false),
        SocketError.ConnectionRefused =>
            new(BdrcErrorKind.Connection, "ConnectionRefused", "the connection was refused: nothing listens there", outcomeUnknown: false),
        SocketError.TimedOut =>
            new(BdrcErrorKind.Connection, "ConnectTimeout", "the connection could not be made in time", outcomeUnknown: false),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable =>
            new(BdrcErrorKind.Connection, "HostUnreachable", "the network does not lead there", outcomeUnknown: false),
        _ => new(BdrcErrorKind.Connection, "ConnectionBroken", "the connection broke: " + message, outcomeUnknown: true),
    };

    private static TransportFailure OfRequestError(Exception failure)
    {
#if NET
        switch ((failure as HttpRequestException)?.HttpRequestError)
        {
            case HttpRequestError.NameResolutionError:
                return new(BdrcErrorKind.Connection, "NameNotResolved", "the host name is not known", outcomeUnknown: false);
            case HttpRequestError.ProxyTunnelError:
                return new(BdrcErrorKind.Connection, "ProxyFailed", "the proxy refused: " + failure.Message, outcomeUnknown: false);
            case HttpRequestError.SecureConnectionError:
                return new(BdrcErrorKind.Connection, "TlsFailed", "TLS failed: " + failure.Message, outcomeUnknown: false);
            case HttpRequestError.ConnectionError:
                return new(BdrcErrorKind.Connection, "ConnectionFailed", "no connection: " + failure.Message, outcomeUnknown: false);
            default:
                break;
        }
#else
        if (failure.InnerException is System.Net.WebException web)
        {
            switch (web.Status)
            {
                case System.Net.WebExceptionStatus.NameResolutionFailure:
                    return new(BdrcErrorKind.Connection, "NameNotResolved", "the host name is not known", outcomeUnknown: false);
                case System.Net.WebExceptionStatus.ConnectFailure:
                    return new(BdrcErrorKind.Connection, "ConnectionFailed", "no connection: " + web.Message, outcomeUnknown: false);
                case System.Net.WebExceptionStatus.SecureChannelFailure or System.Net.WebExceptionStatus.TrustFailure:
                    return new(BdrcErrorKind.Connection, "TlsFailed", "TLS failed: " + web.Message, outcomeUnknown: false);
                case System.Net.WebExceptionStatus.ProxyNameResolutionFailure or System.Net.WebExceptionStatus.RequestProhibitedByProxy:
                    return new(BdrcErrorKind.Connection, "ProxyFailed", "the proxy refused: " + web.Message, outcomeUnknown: false);
                default:
                    break;
            }
        }
#endif
        return new(BdrcErrorKind.Connection, "ConnectionBroken", "the connection broke: " + failure.Message, outcomeUnknown: true);
    }
}
