using Bdrc.Sandbox.Identity;
using Bdrc.Sandbox.Identity.Routing;

namespace Bdrc.Sandbox.Server;

/// <summary>Where the identity services of a server are, for people to read.</summary>
internal static class IdentityAddresses
{
    /// <summary>One line for each service.</summary>
    /// <param name="identity">The services.</param>
    /// <param name="address">Where the server listens.</param>
    public static IEnumerable<string> Lines(SandboxIdentity identity, string address) =>
    [
        $"STS:               {address}{IdentityPaths.Sts} (and {address} for version 2015-04-01)",
        $"Instance metadata: {address}{IdentityPaths.Metadata}/latest/ (and {address}/latest/)",
        $"Credentials URI:   {address}{IdentityPaths.CredentialsUri}",
        $"GitHub id token:   {address}{IdentityPaths.GitHubIdToken}?api-version=2.0 with bearer {identity.GitHubRequestToken}",
        $"Azure id token:    {address}{IdentityPaths.AzureIdToken} with bearer {identity.AzureAccessToken}",
        $"CloudSSO:          {address}{IdentityPaths.CloudSso}",
        $"OAuth:             {address}{IdentityPaths.OAuth}",
    ];
}
