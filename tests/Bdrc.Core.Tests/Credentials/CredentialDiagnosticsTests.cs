using Bdrc.Core.Contexts;
using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Profiles;

namespace Bdrc.Core.Tests.Credentials;

/// <summary>Diagnostics about credentials reach the call that caused them, although all runspaces share the providers.</summary>
public sealed class CredentialDiagnosticsTests : IDisposable
{
    private const string CliFile = "/home/test/.aliyun/config.json";

    private readonly TestMachine _machine = new();
    private readonly List<BdrcDiagnostic> _first = [];
    private readonly List<BdrcDiagnostic> _second = [];

    public CredentialDiagnosticsTests()
    {
        _machine.FileTexts[CliFile] =
            """
            {"current":"p","profiles":[
                {"name":"p","mode":"AK","access_key_id":"LTAI5tExampleKeyId","access_key_secret":"planted-secret"}]}
            """;
        _machine.Permissions[CliFile] = new FileAccessInfo { Mode = 0x1A4, Owner = FileOwner.User };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_context_reports_the_warnings_that_it_caused_and_no_later_call_does()
    {
        var request = new ContextRequest { Region = "cn-shanghai", ProfileName = "p" };
        var context = await ContextFactory.CreateAsync(request, _machine.Context, _first.Add, Token);
        await ContextState.Of(context).Credentials.GetAsync(_second.Add, Token);

        Assert.Equal(BdrcDiagnosticLevel.Warning, Assert.Single(_first).Level);
        Assert.Empty(_second);
    }

    [Fact]
    public async Task A_shared_provider_reports_to_the_call_that_walks_the_chain()
    {
        var (provider, _) = CredentialSelection.Choose(new ContextRequest(), _machine.Context);
        await provider.GetAsync(_first.Add, Token);
        await provider.GetAsync(_second.Add, Token);

        Assert.Contains(_first, diagnostic => diagnostic.Level == BdrcDiagnosticLevel.Warning);
        Assert.Empty(_second);
    }

    [Fact]
    public void A_warning_without_a_listener_is_logged_by_the_next_call()
    {
        CheckPermissions(onDiagnostic: null);
        CheckPermissions(_second.Add);

        Assert.Single(_second);
    }

    [Fact]
    public async Task The_caller_of_a_listening_method_keeps_its_own_listener()
    {
        using var scope = CredentialDiagnostics.Scope(_first.Add);
        await ListenAsync();
        CredentialDiagnostics.Log(BdrcDiagnosticLevel.Verbose, "outer");

        Assert.Equal("outer", Assert.Single(_first).Message);
        Assert.Equal("inner", Assert.Single(_second).Message);
    }

    public void Dispose() => _machine.Dispose();

    private async Task ListenAsync()
    {
        CredentialDiagnostics.Listen(_second.Add);
        await Task.Yield();
        CredentialDiagnostics.Log(BdrcDiagnosticLevel.Verbose, "inner");
    }

    private void CheckPermissions(Action<BdrcDiagnostic>? onDiagnostic)
    {
        using (CredentialDiagnostics.Scope(onDiagnostic))
            FilePermissions.WarnIfOpen(_machine.Context, CliFile);
    }
}
