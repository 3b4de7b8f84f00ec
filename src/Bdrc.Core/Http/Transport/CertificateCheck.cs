#if NET
using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>
/// Accepts the certificates that .NET accepts. For the others, the error says what is wrong: the name, the dates or the chain.
/// </summary>
internal static class CertificateCheck
{
    /// <exception cref="AuthenticationException">The certificate is not valid for the host.</exception>
    public static bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None
            ? true
            : throw new AuthenticationException(Describe((sender as SslStream)?.TargetHostName, certificate, chain, errors));

    private static string Describe(string? host, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return Strings.CertificateMissing;

        using var details = new X509Certificate2(certificate);
        var causes = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            causes.Add(Strings.CertificateName.FormatInvariant(host));
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            AddChain(causes, details, chain);
        return Strings.CertificateRefused.FormatInvariant(
            details.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
            details.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            string.Join("; ", causes));
    }

    private static void AddChain(List<string> causes, X509Certificate2 certificate, X509Chain? chain)
    {
        var status = X509ChainStatusFlags.NoError;
        foreach (var element in chain?.ChainStatus ?? [])
            status |= element.Status;

        const X509ChainStatusFlags Untrusted = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
            causes.Add(Strings.CertificateDates.FormatInvariant(Day(certificate.NotBefore), Day(certificate.NotAfter)));
        if ((status & Untrusted) != X509ChainStatusFlags.NoError)
            causes.Add(Strings.CertificateUntrusted);
        var others = status & ~(Untrusted | X509ChainStatusFlags.NotTimeValid);
        if (others != X509ChainStatusFlags.NoError || status == X509ChainStatusFlags.NoError)
            causes.Add(Strings.CertificateChain.FormatInvariant(others));
    }

    private static string Day(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
#endif
