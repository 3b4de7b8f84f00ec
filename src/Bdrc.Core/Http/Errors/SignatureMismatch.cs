using System.Text.RegularExpressions;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>
/// Reads the server's side of a SignatureDoesNotMatch answer (spec/signing.md section 13). What the server echoes holds the
/// key id and a security token, so none of it reaches the user: only the name of the part that differs does.
/// </summary>
internal static class SignatureMismatch
{
    private static readonly Regex StringToSign = Block("StringToSign");
    private static readonly Regex CanonicalRequest = Block("CanonicalRequest");
    private static readonly Regex AnyEcho = new(
        @"(server\s+)?(string\s*to\s*sign|canonical\s*request)\s+is\s*[:\[].*",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>What the user is told.</summary>
    /// <param name="message">The server's message.</param>
    /// <param name="signed">What was signed here; null when that is not known.</param>
    public static string Explain(string message, SignableRequest? signed)
    {
        if (signed is null || !TryRead(StringToSign, message, out var toSign))
            return Strings.SignatureUnexplained;
        if (string.Equals(toSign, Acs3Signer.StringToSign(signed), StringComparison.Ordinal))
            return Strings.SignatureSecretWrong;

        return TryRead(CanonicalRequest, message, out var canonical)
            ? Strings.SignaturePartDiffers.FormatInvariant(CanonicalDifference.Find(canonical, Acs3Signer.CanonicalRequest(signed)))
            : Strings.SignatureRequestChanged;
    }

    /// <summary>Takes what a server echoes of a request out of a message of any code.</summary>
    public static string WithoutEcho(string message) => AnyEcho.Replace(message, Strings.EchoHidden);

    private static bool TryRead(Regex block, string message, out string text)
    {
        var match = block.Match(message);
        text = match.Groups["text"].Value.Trim().Replace("\\n", "\n");
        return match.Success;
    }

    // The value of a header may hold a bracket of its own: the block ends where the message or the next block begins.
    private static Regex Block(string name) => new(
        @"server " + name + @" is \[(?<text>.*?)\](\s*server |\s*\.?\s*$)",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));
}
