using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Signing;

/// <summary>The parts of an Authorization header.</summary>
internal sealed class AuthorizationHeader
{
    private AuthorizationHeader(string credential, string[] signedHeaders, string signature)
    {
        Credential = credential;
        SignedHeaders = signedHeaders;
        Signature = signature;
    }

    public string Credential { get; }

    /// <summary>Lower-case names.</summary>
    public string[] SignedHeaders { get; }

    public string Signature { get; }

    public static AuthorizationHeader Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            throw new PlatformException(400, "MissingAuthorization", "The header Authorization is mandatory for this action.");
        if (!text!.StartsWith(Acs3Signature.Algorithm + " ", StringComparison.Ordinal))
        {
            throw new PlatformException(
                400, "InvalidSignatureMethod", $"Specified signature method is not supported: {Acs3Signature.Algorithm} is.");
        }


        string? credential = null, signedHeaders = null, signature = null;
        foreach (var part in text.Substring(Acs3Signature.Algorithm.Length + 1).Split(','))
        {
            var separator = part.IndexOf('=');
            if (separator < 0)
                continue;

            var value = part.Substring(separator + 1).Trim();
            switch (part.Substring(0, separator).Trim())
            {
                case "Credential": credential = value; break;
                case "SignedHeaders": signedHeaders = value; break;
                case "Signature": signature = value; break;
            }
        }

        if (string.IsNullOrEmpty(credential) || string.IsNullOrEmpty(signedHeaders) || string.IsNullOrEmpty(signature))
        {
            throw new PlatformException(
                400, "IncompleteSignature", "The Authorization header must hold Credential, SignedHeaders and Signature.");
        }


        return new AuthorizationHeader(credential!, LowerCase(signedHeaders!), signature!);
    }

    private static string[] LowerCase(string names)
    {
        // The canonical request has lower-case header names by definition. This is not a normalization for a comparison.
        var text = names.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= 'A' and <= 'Z')
                text[i] = (char)(text[i] | 0x20);
        }

        return new string(text).Split(';');
    }
}
