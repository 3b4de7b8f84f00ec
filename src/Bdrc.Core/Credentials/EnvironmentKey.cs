using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>The access key in the environment variables.</summary>
internal static class EnvironmentKey
{
    /// <summary>Returns the variables of the first complete key; null when there is none.</summary>
    public static KeyVariables? Find(CredentialContext context) =>
        Array.Find(EnvironmentVariables.Keys, variables => variables.AreSet(context));

    /// <summary>Returns the first variables of which only the id or only the secret is set; null when there are none.</summary>
    public static KeyVariables? FindIncomplete(CredentialContext context) =>
        Array.Find(EnvironmentVariables.Keys, variables => variables.AreIncomplete(context));

    /// <exception cref="BdrcException">The key is incomplete or malformed.</exception>
    public static AccessCredentials Read(KeyVariables variables, CredentialContext context) => CredentialValidation.Check(
        variables.Id,
        variables.Secret,
        context.Variable(variables.Id),
        context.Variable(variables.Secret),
        context.Variable(variables.Token));

    /// <summary>Creates the source for the default chain; null when no key is set. Warns about another, incomplete key.</summary>
    /// <exception cref="BdrcException">The key is malformed, or the only key is incomplete.</exception>
    public static StaticSource? CreateSource(CredentialContext context)
    {
        var incomplete = FindIncomplete(context);
        if ((Find(context) ?? incomplete) is not { } used)
            return null;

        var source = new StaticSource("default/env/" + used.Id, Read(used, context));
        if (incomplete is not null)
        {
            var (set, missing) = context.Variable(incomplete.Id) is null
                ? (incomplete.Secret, incomplete.Id)
                : (incomplete.Id, incomplete.Secret);
            CredentialDiagnostics.WarnOnce(
                context, $"{incomplete.Id} in addition to {used.Id}", Strings.KeyIncomplete.FormatInvariant(set, missing, used.Id));
        }

        return source;
    }
}
