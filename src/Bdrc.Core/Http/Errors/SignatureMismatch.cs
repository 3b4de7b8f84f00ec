using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>
/// Explains a SignatureDoesNotMatch error (spec/signing.md section 13). The text that the server returns contains the key id and
/// a security token, so the user sees only the name of the part that differs.
/// </summary>
internal static class SignatureMismatch
{
    /// <summary>The explanation for the user.</summary>
    /// <param name="message">The server's message.</param>
    /// <param name="signed">The request that was signed; null when it is unknown.</param>
    public static string Explain(string message, SignableRequest? signed)
    {
        if (signed is null || SignatureEcho.Block(message, "StringToSign") is not { } toSign)
            return Strings.SignatureUnexplained;
        if (string.Equals(toSign, Acs3Signer.StringToSign(signed), StringComparison.Ordinal))
            return Strings.SignatureSecretWrong;

        return SignatureEcho.Block(message, "CanonicalRequest") is { } canonical
            ? Strings.SignaturePartDiffers.FormatInvariant(CanonicalDifference.Find(canonical, Acs3Signer.CanonicalRequest(signed)))
            : Strings.SignatureRequestChanged;
    }

    /// <summary>Removes the request details that a server returns from a message of any error code.</summary>
    public static string RemoveEcho(string message) =>
        SignatureEcho.Start(message) is { } start ? message.Substring(0, start) + Strings.EchoHidden : message;
}

/// <summary>Names the first part in which two canonical requests differ. It shows no content of either.</summary>
internal static class CanonicalDifference
{
    private const int FirstHeaderLine = 3;

    public static string Find(string received, string sent)
    {
        var receivedLines = received.Replace("\r\n", "\n").Split('\n');
        var sentLines = sent.Split('\n');
        for (var i = 0; i < sentLines.Length; i++)
        {
            if (i >= receivedLines.Length || !string.Equals(receivedLines[i].TrimEnd('\r'), sentLines[i], StringComparison.Ordinal))
                return NameOf(sentLines, i);
        }

        return Strings.PartRest;
    }

    private static string NameOf(string[] lines, int index)
    {
        if (index < FirstHeaderLine)
            return index == 0 ? Strings.PartMethod : index == 1 ? Strings.PartPath : Strings.PartQuery;
        if (index == lines.Length - 1)
            return Strings.PartPayload;

        // The headers are followed by a blank line, their names and the payload hash.
        var colon = lines[index].IndexOf(':');
        return colon > 0 && index < lines.Length - 2
            ? Strings.PartHeader.FormatInvariant(lines[index].Substring(0, colon))
            : Strings.PartHeaderNames;
    }
}
