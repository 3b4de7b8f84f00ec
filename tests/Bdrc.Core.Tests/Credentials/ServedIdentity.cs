using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Server;
using Bdrc.Sandbox.Server.Identity;
using Microsoft.AspNetCore.Builder;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>A simulated machine whose identity services and BDRC are one sandbox behind a real socket.</summary>
internal sealed class ServedIdentity : IAsyncDisposable, ICredentialFiles
{
    public const string Role = "acs:ram::1580000000000001:role/bdrc-runner";

    private readonly WebApplication _application;

    private ServedIdentity(IdentityServices identity, WebApplication application)
    {
        Identity = identity;
        _application = application;
        Address = SandboxHost.AddressOf(application);
        Context = new CredentialContext
        {
            ReadVariable = name => Variables.GetValueOrDefault(name),
            Files = this,
            MetadataAddress = Address,
            StsAddress = Address,
            OAuthAddress = Address,
        };
    }

    public IdentityServices Identity { get; }

    public BdrcSandbox Sandbox => Identity.Sandbox;

    public Uri Address { get; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["HOME"] = "/home/test" };

    public Dictionary<string, string> FileTexts { get; } = new(StringComparer.Ordinal);

    public CredentialContext Context { get; }

    public List<string> Diagnostics { get; } = [];

    public static async Task<ServedIdentity> StartAsync(TimeProvider? clock = null)
    {
        var identity = new IdentityServices(new BdrcSandbox(new SandboxOptions
        {
            RequestsPerSecond = 0,
            AccessKeySecret = "planted-secret-of-the-user",
            TimeProvider = clock ?? TimeProvider.System,
        }));
        var application = SandboxHost.Build(identity, "http://127.0.0.1:0");
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new ServedIdentity(identity, application);
    }

    /// <summary>Calls BDRC with the credentials that the request selects.</summary>
    public Task<IReadOnlyList<BdrcTask>?> CallAsync(ContextRequest request)
    {
        request.Region = "cn-shanghai";
        request.Endpoint = Address.ToString();
        var context = ContextFactory.Create(request, Context);
        return BdrcClient.For(context, diagnostic => Diagnostics.Add(diagnostic.Message))
            .DescribeTasks(null, null, null).ReadAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes a profile to the CLI's file.</summary>
    public void WriteProfile(string fields, string? region = "cn-shanghai") =>
        FileTexts["/home/test/.aliyun/config.json"] = $$"""{"current":"p","profiles":[{"name":"p","region_id":"{{region}}",{{fields}}}]}""";

    public bool Exists(string path) => FileTexts.ContainsKey(path);

    public string ReadText(string path) => FileTexts[path];

    public long LastWriteTicks(string path) => FileTexts.ContainsKey(path) ? 1 : 0;

    public FileAccessInfo AccessOf(string path) => new() { Mode = 0x180 };

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
