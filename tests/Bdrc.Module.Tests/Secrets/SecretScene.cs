using System.Text.Json.Nodes;
using Bdrc.Module.Tests.Hosting;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Server.Identity;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>A machine with planted secrets: variables, files in a home of its own, and a sandbox with its identity services on a socket.</summary>
internal sealed class SecretScene : IAsyncDisposable
{
    public const string Role = "acs:ram::1580000000000001:role/bdrc-runner";

    private const string Connect = """
        $seen = @{ Verbose = $true; Debug = $true; InformationAction = 'Continue' }
        Connect-Bdrc -Region cn-shanghai -MaxRetry 0 -Endpoint $endpoint {0} @seen
        Get-BdrcContext @seen
        if ($identity) { Get-BdrcContext -Identity @seen }
        Get-BdrcTask -First 1 @seen
        $job = Update-BdrcResource -Wait -AsJob @seen
        $null = $job | Wait-Job
        $job
        $job | Receive-Job

        """;

    private readonly ServedSandbox _served;
    private readonly Engine _engine = new();
    private readonly ModuleSurroundings _surroundings;

    private SecretScene(ServedSandbox served)
    {
        _served = served;
        Home = Directory.CreateTempSubdirectory("bdrc-secrets-").FullName;
        Variables = new(StringComparer.Ordinal) { ["HOME"] = Home, ["USERPROFILE"] = Home, ["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true" };

        // The first command brings the module's inner assemblies in.
        _engine.Run("$null = New-BdrcContext -Sandbox");
        _surroundings = new ModuleSurroundings(name => Variables.GetValueOrDefault(name), Address);
        Planted.Add("the access key secret", served.Options.AccessKeySecret);
        if (served.Options.SecurityToken is { } token)
            Planted.Add("the security token", token);
        KeySecret = served.Options.AccessKeySecret;
    }

    public PlantedSecrets Planted { get; } = new();

    public Dictionary<string, string> Variables { get; }

    public string Home { get; }

    public Uri Address => new(_served.Address);

    public BdrcSandbox Sandbox => _served.Sandbox;

    public IdentityServices Identity => _served.Identity;

    public string KeyId => _served.Options.AccessKeyId;

    /// <summary>The secret that the user gives; a failure puts a wrong one here.</summary>
    public string KeySecret { get; set; }

    /// <summary>What a service has seen, and so could repeat: everything but the secrets that only sign.</summary>
    public IEnumerable<string> Sent => Planted.Values.Where(secret => secret != KeySecret && !secret.StartsWith("rt-", StringComparison.Ordinal));

    public string? Token => _served.Options.SecurityToken;

    public static async Task<SecretScene> StartAsync(bool temporaryKey) => new(await ServedSandbox.StartAsync(options =>
    {
        options.AccessKeySecret = "Planted+Key/Secret=With%Signs&Of<All>Sorts";
        options.SecurityToken = temporaryKey ? "CAIS+planted/security%token&of<the>long=lived=user==" : null;
    }));

    public void Set(string name, object value) => _engine.Set(name, value);

    /// <summary>Writes a file of the home that only its owner may read.</summary>
    public string Write(string path, string text)
    {
        var file = Path.Combine(Home, path);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return file;
    }

    /// <summary>Writes the CLI's file with a profile p, and a profile base that p may build on.</summary>
    public string Profile(JsonObject fields)
    {
        fields["name"] = "p";
        var source = new JsonObject { ["name"] = "base", ["mode"] = "AK", ["access_key_id"] = KeyId, ["access_key_secret"] = KeySecret };
        Write(".aliyun/config.json", new JsonObject { ["current"] = "p", ["profiles"] = new JsonArray(fields, source) }.ToJsonString());
        return "-ProfileName p";
    }

    /// <summary>Runs what a user does with these credentials.</summary>
    /// <param name="arguments">The arguments of Connect-Bdrc that say as whom.</param>
    /// <param name="endpoint">Where BDRC is; null for the sandbox.</param>
    /// <param name="identity">Whether STS is asked who calls.</param>
    public EverythingSeen Run(string arguments, string? endpoint = null, bool identity = true)
    {
        Set("endpoint", endpoint ?? _served.Address);
        Set("identity", identity);
        using var shell = _engine.Begin(Connect.Replace("{0}", arguments, StringComparison.Ordinal));
        var seen = EverythingSeen.Of(shell);
        TakeUpIssuedSecrets();
        return seen;
    }

    public async ValueTask DisposeAsync()
    {
        _surroundings.Dispose();
        _engine.Dispose();
        await _served.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    /// <summary>What the identity services handed out is as secret as what was planted.</summary>
    private void TakeUpIssuedSecrets()
    {
        foreach (var request in Sandbox.Requests)
        {
            if (request.Header("x-acs-security-token") is { } token)
                Planted.Add("a security token that was sent", token);
            if (request.Header("x-aliyun-ecs-metadata-token") is { } metadata)
                Planted.Add("a metadata token", metadata);
            if (request.Header("authorization") is { } authorization)
                Planted.Add("a signature or bearer token", authorization[(authorization.LastIndexOfAny(['=', ' ']) + 1)..]);
            if (request.Header("x-acs-accesskey-id") is { } id && Sandbox.AccessKeys.Find(id) is { } key)
                Planted.Add("the secret of a session", key.Secret);
        }
    }
}
