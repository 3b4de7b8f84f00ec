using Bdrc.Sandbox.Server.Identity;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Sandbox.Server;

/// <summary>The text that the program prints when it listens: all that a client needs.</summary>
internal static class Announcement
{
    /// <param name="output">Receives the text.</param>
    /// <param name="options">The options of the sandbox.</param>
    /// <param name="identity">The identity services.</param>
    /// <param name="addresses">The addresses that the server listens on.</param>
    public static void Write(TextWriter output, SandboxOptions options, IdentityServices identity, IReadOnlyList<string> addresses)
    {
        foreach (var address in addresses)
            output.WriteLine($"Listening on {address}");
        output.WriteLine($"AccessKeyId: {options.AccessKeyId}");
        output.WriteLine($"AccessKeySecret: {options.AccessKeySecret}");
        output.WriteLine();
        output.WriteLine("Paste into PowerShell:");
        output.WriteLine($"$env:ALIBABA_CLOUD_ACCESS_KEY_ID={Quote(options.AccessKeyId)}");
        output.WriteLine($"$env:ALIBABA_CLOUD_ACCESS_KEY_SECRET={Quote(options.AccessKeySecret)}");
        output.WriteLine($"$env:BDRC_ENDPOINT={Quote(addresses[0])}");
        output.WriteLine("$env:ALIBABA_CLOUD_REGION_ID='cn-shanghai'");
        output.WriteLine();
        output.WriteLine("Identity services:");
        foreach (var line in IdentityLines(identity, addresses[0]))
            output.WriteLine(line);
        output.Flush();
    }

    private static string[] IdentityLines(IdentityServices identity, string address) =>
    [
        $"STS:               {address}{IdentityPaths.Sts} (and {address} for version 2015-04-01)",
        $"Instance metadata: {address}{IdentityPaths.Metadata}/latest/ (and {address}/latest/)",
        $"Credentials URI:   {address}{IdentityPaths.CredentialsUri}",
        $"GitHub id token:   {address}{IdentityPaths.GitHubIdToken}?api-version=2.0 with bearer {identity.GitHubRequestToken}",
        $"Azure id token:    {address}{IdentityPaths.AzureIdToken} with bearer {identity.AzureAccessToken}",
        $"CloudSSO:          {address}{IdentityPaths.CloudSso}",
        $"OAuth:             {address}{IdentityPaths.OAuth}",
    ];

    private static string Quote(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
