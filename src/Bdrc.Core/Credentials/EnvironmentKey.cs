using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>The key in the variables. Id, secret and token are of one prefix: halves of two keys would only make a wrong one.</summary>
internal static class EnvironmentKey
{
    /// <summary>The names of the key's variables, and of those where only the id or only the secret is set; null for none.</summary>
    public static (string[]? Names, string[]? HalfSet) Find(CredentialContext environment) =>
        (EnvironmentVariables.FirstFull(EnvironmentVariables.Keys, 2, environment),
        Array.Find(EnvironmentVariables.Keys, row => environment.Variable(row[0]) is null != environment.Variable(row[1]) is null));

    /// <exception cref="BdrcException">It cannot be a key.</exception>
    public static AccessCredentials Read(string[] names, CredentialContext environment) => CredentialValidation.Check(
        names[0], names[1], environment.Variable(names[0]), environment.Variable(names[1]), environment.Variable(names[2]));

    /// <summary>The key as a source of the chain; null when no variable names one. Half of another key beside it gives a warning.</summary>
    /// <exception cref="BdrcException">Only half of a key is set, or it cannot be one.</exception>
    public static StaticSource? Source(CredentialContext environment)
    {
        var (names, halfSet) = Find(environment);
        if ((names ?? halfSet) is not { } used)
            return null;

        var source = new StaticSource("default/env/" + used[0], Read(used, environment));
        if (halfSet is not null)
        {
            var (isSet, isMissing) = environment.Variable(halfSet[0]) is null ? (halfSet[1], halfSet[0]) : (halfSet[0], halfSet[1]);
            CredentialDiagnostics.WarnOnce(
                environment, halfSet[0] + " beside " + used[0], Strings.KeyIncomplete.FormatInvariant(isSet, isMissing, used[0]));
        }

        return source;
    }
}
