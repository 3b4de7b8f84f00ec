using System.Collections.Concurrent;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;

namespace Bdrc.Core.Credentials.Platform;

/// <summary>Everything outside this process's memory that credentials are found in; a test replaces any part of it.</summary>
internal sealed record CredentialContext
{
    private readonly InstanceKnowledge _instance = new();
    private readonly Lazy<HttpMessageInvoker> _network = new(() => new HttpMessageInvoker(SocketHandlerFactory.Create(proxy: null)));

    /// <summary>The real surroundings, one for the process: what was learned of them is learned once.</summary>
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

    /// <summary>What answers instead of the network; null for the network.</summary>
    public HttpMessageInvoker? Transport { get; init; }

    public HttpMessageInvoker Network => Transport ?? _network.Value;

    /// <summary>The instance metadata service, reachable from instances only.</summary>
    public Uri MetadataAddress { get; init; } = new("http://100.100.100.200");

    /// <summary>Where STS is instead of the regional host; null for the regional host.</summary>
    public Uri? StsAddress { get; init; }

    /// <summary>The region in whose VPC calls are made, so that STS is called there as well; null for the public hosts.</summary>
    public string? VpcRegion { get; init; }

    /// <summary>Where the OAuth exchange is instead of the site's host; null for the site's host.</summary>
    public Uri? OAuthAddress { get; init; }

    /// <summary>What the user is to be told with the next call.</summary>
    public ConcurrentQueue<BdrcDiagnostic> Notices { get; } = new();

    /// <summary>Files whose permissions the user was told of.</summary>
    public ConcurrentDictionary<string, int> Warned { get; } = new(StringComparer.Ordinal);

    /// <summary>Set once the metadata service did not answer: this is no instance, and later calls need not wait to learn it.</summary>
    public bool IsNoInstance
    {
        get => _instance.IsAbsent;
        set => _instance.IsAbsent = value;
    }

    /// <summary>The region the instance said it is in; null as long as it was not asked. An instance does not move.</summary>
    public string? InstanceRegion
    {
        get => _instance.Region;
        set => _instance.Region = value;
    }

    /// <summary>Chains and named profiles by a hash of all they depend on, so that commands without a context share a session.</summary>
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

    public string Home => (Path.DirectorySeparatorChar == '/' ? Variable("HOME") : null)
        ?? Variable("USERPROFILE")
        ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>What was learned of the instance. Copies of the surroundings share it.</summary>
    private sealed class InstanceKnowledge
    {
        public volatile bool IsAbsent;
        public volatile string? Region;
    }

    /// <summary>Restores the replaced context.</summary>
    private sealed class Replacement(CredentialContext replaced) : IDisposable
    {
        public void Dispose() => Process = replaced;
    }
}
