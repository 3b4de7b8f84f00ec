using System.Text;
using System.Text.Json;
using System.Xml;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>
/// The fields of an error response in any format: JSON in both casings, XML, HTML, or an empty body (spec/signing.md section 10).
/// </summary>
internal sealed class ErrorResponse
{
    private const int ExcerptLength = 500;

    public string? Code { get; private set; }

    public string? Message { get; private set; }

    public string? RequestId { get; private set; }

    public string? Recommend { get; private set; }

    public string? AccessDeniedDetail { get; private set; }

    /// <summary>Whether the body has a known format. Otherwise <see cref="Message"/> is an excerpt.</summary>
    public bool IsStructured { get; private set; }

    /// <summary>Parses a body. An unknown format becomes an excerpt in <see cref="Message"/>.</summary>
    public static ErrorResponse Parse(byte[] body)
    {
        var response = new ErrorResponse();
        var start = FirstSignificantByte(body);
        response.IsStructured = start switch
        {
            '{' => response.TryReadJson(body),
            '<' => response.TryReadXml(body),
            _ => false,
        };
        if (!response.IsStructured && start != default && Excerpt(body) is { Length: > 0 } excerpt)
            response.Message = excerpt;
        return response;
    }

    private static char FirstSignificantByte(byte[] body)
    {
        foreach (var b in body)
        {
            // White space and a byte order mark can precede the content.
            if (b is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or 0xEF or 0xBB or 0xBF))
                return (char)b;
        }

        return default;
    }

    private bool TryReadJson(byte[] body)
    {
        try
        {
            // Decoded first, so that invalid UTF-8 becomes replacement characters instead of an exception for each field.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(body).TrimStart('\uFEFF'));
            foreach (var property in document.RootElement.EnumerateObject())
                SetField(property.Name, TextOf(property.Value));
            return Code is not null || Message is not null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate cannot be converted to text.
            return value.GetRawText().Trim('"');
        }
    }

    private bool TryReadXml(byte[] body)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new MemoryStream(body, writable: false), settings);
            reader.MoveToContent();
            if (reader.Name != "Error")
                return false;

            reader.Read();
            while (!reader.EOF && reader.NodeType != XmlNodeType.EndElement)
            {
                if (reader.NodeType == XmlNodeType.Element)
                    SetField(reader.Name, reader.ReadElementContentAsString());
                else
                    reader.Read();
            }

            return Code is not null;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private void SetField(string name, string value)
    {
        if (value.Length == 0 || value == "null")
            return;
        if (Is(name, "Code"))
            Code = TextSanitizer.Of(value);
        else if (Is(name, "Message"))
            Message = value;
        else if (Is(name, "RequestId"))
            RequestId = TextSanitizer.Of(value);
        else if (Is(name, "Recommend"))
            Recommend = TextSanitizer.Of(value);
        else if (Is(name, "AccessDeniedDetail"))
            AccessDeniedDetail = TextSanitizer.WholeOf(Unbroken(value));
    }

    // Line breaks and tabs occur only between the parts of JSON. Within its strings \u001B means the same as the character.
    private static string Unbroken(string json) => json.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ');

    private static bool Is(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);

    private static string Excerpt(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, ExcerptLength));
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsControl(c))
                line.Append(c);
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
                line.Append(' ');
        }

        return line.ToString().Trim();
    }
}
