using System.Net;

namespace Bdrc.Core.Http.Transport;

/// <summary>A proxy for the far: the instance metadata and this machine are always called directly.</summary>
internal sealed class LocalBypassProxy(IWebProxy? inner) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => inner?.Credentials;
        set
        {
            if (inner is not null)
                inner.Credentials = value;
        }
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : inner!.GetProxy(destination);

    public bool IsBypassed(Uri host) => inner is null || TrustedAddress.IsNear(host) || inner.IsBypassed(host);
}
