using System.Text;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>The secrets that a request carried. A service may repeat them in its refusal; the user is not shown them.</summary>
internal sealed class SecretRedactor
{
    /// <summary>Shorter texts are no secrets, and are parts of ordinary words.</summary>
    private const int Shortest = 4;

    private readonly List<string> _values = [];

    private SecretRedactor()
    {
    }

    /// <summary>Those in the headers, the query and the form of a request.</summary>
    /// <param name="request">The request; null when it is not known.</param>
    /// <param name="form">Its body; empty for none.</param>
    public static SecretRedactor Of(HttpRequestMessage? request, byte[] form)
    {
        var sent = new SecretRedactor();
        if (request is null)
            return sent;
        foreach (var header in request.Headers)
        {
            if (IsSecretHeader(header.Key))
            {
                foreach (var value in header.Value)
                    sent.Add(Is(header.Key, "authorization") ? WithoutScheme(value) : value);
            }
        }

        sent.AddPairs(request.RequestUri?.Query.TrimStart('?') ?? string.Empty);
        sent.AddPairs(Encoding.UTF8.GetString(form));
        return sent;
    }

    /// <summary>Takes them out of a text, as they are and as they stand in a query.</summary>
    public string Remove(string text)
    {
        foreach (var value in _values)
            text = text.Replace(value, Strings.SecretHidden).Replace(Uri.EscapeDataString(value), Strings.SecretHidden);
        return text;
    }

    private static bool IsSecretHeader(string name) =>
        Is(name, "authorization") || Is(name, "x-acs-security-token") || Is(name, "x-aliyun-ecs-metadata-token");

    // "Bearer <token>", or "ACS3-HMAC-SHA256 Credential=..,SignedHeaders=..,Signature=<hex>".
    private static string WithoutScheme(string value)
    {
        const string Signature = "Signature=";
        var signature = value.IndexOf(Signature, StringComparison.Ordinal);
        return signature < 0 ? value.Substring(value.IndexOf(' ') + 1) : value.Substring(signature + Signature.Length);
    }

    private void AddPairs(string pairs)
    {
        foreach (var pair in pairs.Split('&'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0 && (Is(pair.Substring(0, equals), "OIDCToken") || Is(pair.Substring(0, equals), "ExternalId")))
                Add(Uri.UnescapeDataString(pair.Substring(equals + 1)));
        }
    }

    private void Add(string value)
    {
        if (value.Length >= Shortest)
            _values.Add(value);
    }

    private static bool Is(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);
}
