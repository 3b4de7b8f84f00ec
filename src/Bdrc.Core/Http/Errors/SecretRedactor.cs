using System.Text;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>Removes the secrets of a request from the texts of its response, because a service can return them in an error.</summary>
internal sealed class SecretRedactor
{
    /// <summary>Shorter values are not secrets and occur in ordinary words.</summary>
    private const int MinLength = 4;

    private readonly List<string> _values = [];

    private SecretRedactor()
    {
    }

    /// <summary>Creates a redactor for the secrets in the headers, the query and the form of a request.</summary>
    /// <param name="request">The request; null when it is not known.</param>
    /// <param name="form">Its body; empty for none.</param>
    public static SecretRedactor Of(HttpRequestMessage? request, byte[] form)
    {
        var redactor = new SecretRedactor();
        if (request is null)
            return redactor;
        foreach (var header in request.Headers)
        {
            if (IsSecretHeader(header.Key))
            {
                foreach (var value in header.Value)
                    redactor.Add(Is(header.Key, "authorization") ? WithoutScheme(value) : value);
            }
        }

        redactor.AddPairs(request.RequestUri?.Query.TrimStart('?') ?? string.Empty);
        redactor.AddPairs(Encoding.UTF8.GetString(form));
        return redactor;
    }

    /// <summary>Replaces the secrets in a text, both plain and percent-encoded.</summary>
    public string Redact(string text)
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
        if (value.Length >= MinLength)
            _values.Add(value);
    }

    private static bool Is(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);
}
