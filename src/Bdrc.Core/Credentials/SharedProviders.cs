using System.Text;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;
using Bdrc.Core.Http;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Credentials;

/// <summary>
/// Providers that contexts share, and with them the credentials that they have fetched. A change of a variable or a file creates
/// a new provider.
/// </summary>
internal static class SharedProviders
{
    public static ICredentialProvider DefaultChain(CredentialContext context) =>
        context.Providers.GetOrAdd(Fingerprint(context), _ => new DefaultChain(context));

    /// <exception cref="BdrcException">The profile is missing, incomplete or not supported.</exception>
    public static ICredentialProvider Profile(string name, CredentialContext context) =>
        context.Providers.GetOrAdd(
            name + '\0' + Fingerprint(context), _ => new RenewingCredentialProvider(CreateProfile(name, context), context));

    private static ICredentialSource CreateProfile(string name, CredentialContext context)
    {
        var file = CliConfiguration.Read(context);
        if (file?.Find(name) is not null)
            return CliProfileSources.Create(file, name, "profile", context);
        var ini = IniProfiles.PathIn(context);
        return context.Files.Exists(ini)
            ? IniProfiles.Create(ini, name, "profile", context)
            : throw ProfileError.NotFound(name, CliConfiguration.PathIn(context) + ", " + ini);
    }

    // Hashed, because the variables hold secrets and the key of the cache stays in memory.
    private static string Fingerprint(CredentialContext context)
    {
        var text = new StringBuilder();
        foreach (var name in EnvironmentVariables.OfCredentials)
            text.Append(context.ReadVariable(name)).Append('\0');
        foreach (var path in new[] { CliConfiguration.PathIn(context), IniProfiles.PathIn(context) })
            text.Append(path).Append('\0').Append(context.Files.LastWriteTicks(path)).Append('\0');
        text.Append(context.VpcRegion).Append('\0').Append(context.Route.Name);
        return PayloadHash.Compute(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
