using System.Text;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Contract;

/// <summary>The form fields of a request.</summary>
internal static class FormBody
{
    private const string FormType = "application/x-www-form-urlencoded";

    public static List<KeyValuePair<string, string>> Read(ContractOperation operation, SandboxRequest request)
    {
        if (request.Body.Length == 0)
            return [];

        var text = Encoding.UTF8.GetString(request.Body);
        var type = request.Header("content-type") ?? string.Empty;

        // Some clients send an empty JSON object where an operation has no body parameters.
        if (!operation.HasForm && type.StartsWith("application/json", StringComparison.Ordinal) && text == "{}")
            return [];
        if (!IsForm(type))
        {
            throw new PlatformException(
                400, "UnsupportedContentType", $"The content type '{type}' is not supported; use {FormType}.");
        }

        return RequestTarget.DecodePairs(text);
    }

    private static bool IsForm(string type)
    {
        var parts = type.Split(';');
        return string.Equals(parts[0].Trim(), FormType, StringComparison.OrdinalIgnoreCase)
            && (parts.Length == 1 || (parts.Length == 2 && parts[1].Trim().StartsWith("charset=", StringComparison.OrdinalIgnoreCase)));
    }
}
