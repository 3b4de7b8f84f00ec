using System.Collections.Concurrent;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>
/// The environment variables, files, network endpoints and child processes that credential providers read. A test replaces any
/// part of it.
/// </summary>
internal sealed record CredentialContext
{
    /// <summary>The real ones, one object for the process: what is learned about them is learned once.</summary>
    public static CredentialContext Process { get; } = new();

    public Func<string, string?> ReadVariable { get; init; } = Environment.GetEnvironmentVariable;

    public ICredentialFiles Files { get; init; } = new CredentialFiles();

    public IProcessRunner Processes { get; init; } = new ProcessRunner();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Func<double> Jitter { get; init; } = Http.Retry.Jitter.Next;

    /// <summary>The way to identity services.</summary>
    public NetworkRoute Route { get; init; } = NetworkRoute.Default;

    /// <summary>Retries and timeouts of the context. Identity calls have their own attempts within the same total timeout.</summary>
    public RetryOptions RetryOptions { get; init; } = RetryOptions.Default;

    /// <summary>The instance metadata service, reachable from instances only.</summary>
    public Uri MetadataAddress { get; init; } = new("http://100.100.100.200");

    /// <summary>Where STS is instead of the regional host; null for the regional host.</summary>
    public Uri? StsAddress { get; init; }

    /// <summary>The region in whose VPC calls are made, so that STS is called there as well; null for the public hosts.</summary>
    public string? VpcRegion { get; init; }

    /// <summary>Where the OAuth exchange is instead of the site's host; null for the site's host.</summary>
    public Uri? OAuthAddress { get; init; }

    /// <summary>Subjects that the user was warned about once, such as files with open permissions.</summary>
    public ConcurrentDictionary<string, int> Warned { get; } = new(StringComparer.Ordinal);

    /// <summary>What is known about the instance that this process runs on. Copies of the context share it.</summary>
    public InstanceKnowledge Instance { get; } = new();

    /// <summary>Default chains and named profiles by a hash of all they depend on, so that commands without a context share a session.</summary>
    public ConcurrentDictionary<string, ICredentialProvider> Chains { get; init; } = new(StringComparer.Ordinal);

    /// <summary>A variable's value; null when it is not set or blank.</summary>
    public string? Variable(string name) => ReadVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>The first of a value's names that is set, and the value; null when none is.</summary>
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

    /// <summary>The user's home folder.</summary>
    public string Home => (Path.DirectorySeparatorChar == '/' ? Variable("HOME") : null)
        ?? Variable("USERPROFILE")
        ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
