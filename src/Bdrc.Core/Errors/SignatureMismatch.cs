using System.Text.RegularExpressions;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Errors;

/// <summary>
/// Reads the server's side of a SignatureDoesNotMatch answer (spec/signing.md section 13). What the server echoes holds the
/// key id and a security token, so none of it reaches the user.
/// </summary>
internal static class SignatureMismatch
{
    private static readonly Regex StringToSign = new(
        @"server StringToSign is \[(?<text>.*?)\]",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>What the user is told.</summary>
    /// <param name="message">The server's message.</param>
    /// <param name="signed">What was signed here; null when that is not known.</param>
    public static string Explain(string message, SignableRequest? signed)
    {
        var match = StringToSign.Match(message);
        if (match.Success && signed is not null)
        {
            var same = string.Equals(Normalise(match.Groups["text"].Value), Acs3Signer.StringToSign(signed), StringComparison.Ordinal);
            return same
                ? "The signature does not match, although both sides signed the same request: the access key secret is wrong."
                : "The signature does not match, because the request that arrived is not the one that was sent: something between here and the service, such as a proxy, changed its host, path, query or body.";
        }

        return "The signature does not match: the access key secret is wrong, or something on the way changed the request.";
    }

    private static string Normalise(string text) => text.Trim().Replace("\\n", "\n");
}
