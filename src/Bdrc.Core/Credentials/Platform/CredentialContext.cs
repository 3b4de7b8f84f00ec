using System.Collections.Concurrent;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>
/// The environment variables, files, network endpoints and child processes that credential providers read. Tests replace any of
/// them.
/// </summary>
internal sealed record CredentialContext
{
    /// <summary>The context of this process. All callers share it, and so its caches.</summary>
    public static CredentialContext Process { get; private set; } = new();

    /// <summary>Replaces <see cref="Process"/> until the result is disposed. Only tests of the staged module call it.</summary>
    /// <remarks>
    /// Those tests cannot reference Core, which the module loads into its own load context: they bind this method by name.
    /// Its signature therefore uses BCL types only.
    /// </remarks>
    /// <param name="readVariable">Replaces the environment variables.</param>
    /// <param name="identityEndpoint">Replaces the instance metadata service, STS and the OAuth exchange.</param>
    public static IDisposable ReplaceProcess(Func<string, string?> readVariable, Uri identityEndpoint)
    {
        var replaced = Process;
        Process = new CredentialContext
        {
            ReadVariable = readVariable,
            MetadataAddress = identityEndpoint,
            StsAddress = identityEndpoint,
            OAuthAddress = identityEndpoint,
        };
        return new Replacement(replaced);
    }

    public Func<string, string?> ReadVariable { get; init; } = Environment.GetEnvironmentVariable;

    public ICredentialFiles Files { get; init; } = new CredentialFiles();

    public IProcessRunner Processes { get; init; } = new ProcessRunner();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Func<double> Jitter { get; init; } = Http.Retry.Jitter.Next;

    /// <summary>The route to identity services.</summary>
    public NetworkRoute Route { get; init; } = NetworkRoute.Default;

    /// <summary>Retries and timeouts. Identity calls have their own number of attempts, within the same total timeout.</summary>
    public RetryOptions RetryOptions { get; init; } = RetryOptions.Default;

    /// <summary>Address of the instance metadata service. Only instances can reach it.</summary>
    public Uri MetadataAddress { get; init; } = new("http://100.100.100.200");

    /// <summary>Replaces the STS endpoint; null for the regional one.</summary>
    public Uri? StsAddress { get; init; }

    /// <summary>The region whose VPC endpoints are called, for BDRC and for STS; null for the public endpoints.</summary>
    public string? VpcRegion { get; init; }

    /// <summary>Replaces the OAuth endpoint; null for the one of the site.</summary>
    public Uri? OAuthAddress { get; init; }

    /// <summary>Subjects that were warned about, such as files with open permissions. Each is warned about once.</summary>
    public ConcurrentDictionary<string, int> Warned { get; } = new(StringComparer.Ordinal);

    /// <summary>State of the instance that this process runs on. Copies of the context share it.</summary>
    public InstanceState Instance { get; } = new();

    /// <summary>Providers of default chains and profiles, by a hash of all they depend on. Commands without a context share them.</summary>
    public ConcurrentDictionary<string, ICredentialProvider> Providers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Reads a variable. Returns null when it is not set or blank.</summary>
    public string? Variable(string name) => ReadVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>Returns the name and value of the first variable that is set; null when none is.</summary>
    public (string Name, string Value)? First(IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (Variable(names[i]) is { } value)
                return (names[i], value);
        }

        return null;
    }

    /// <summary>Whether a flag is set: <c>true</c> in any case, or <c>1</c>.</summary>
    public bool IsOn(string name) => Variable(name)?.Trim() is { } value
        && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The home folder of the user.</summary>
    public string Home => (Path.DirectorySeparatorChar == '/' ? Variable("HOME") : null)
        ?? Variable("USERPROFILE")
        ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>Restores the replaced context.</summary>
    private sealed class Replacement(CredentialContext replaced) : IDisposable
    {
        public void Dispose() => Process = replaced;
    }
}
