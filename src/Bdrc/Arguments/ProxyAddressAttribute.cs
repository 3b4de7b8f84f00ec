using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>The address of a proxy. A refused one is not repeated: it may hold a password.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProxyAddressAttribute : ArgumentFormatAttribute
{
    /// <inheritdoc/>
    protected override string Allowed => Strings.FormProxy;

    /// <inheritdoc/>
    protected override bool IsShown => false;

    /// <inheritdoc/>
    protected override object? Read(object value, object given) =>
        (value is Uri uri || (value is string text && Uri.TryCreate(text.Trim(), UriKind.Absolute, out uri!)))
        && uri.IsAbsoluteUri && uri.Host.Length > 0 && IsProxy(uri.Scheme)
            ? uri
            : null;

    private static bool IsProxy(string scheme) => scheme is "http" or "https" or "socks4" or "socks4a" or "socks5";
}
