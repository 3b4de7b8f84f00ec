using System.Net.Sockets;
using System.Text;
using Bdrc.Core.Tests.Sockets;

namespace Bdrc.Isolation.Tests;

/// <summary>
/// A proxy of the environment whose address contains a user and a password. .NET reads the variable once for each process and
/// quotes the address in its errors.
/// </summary>
public sealed class ProxyPasswordTests
{
    private const string User = "planted-user";
    private const string Password = "planted-password-of-HTTPS-PROXY";

    /// <summary>What the proxy answers; an empty text closes the connection.</summary>
    public static TheoryData<string> Answers => new(
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nno TLS",
        string.Empty);

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Shows_no_password_of_the_proxy_of_the_environment_in_any_form(string answer)
    {
        await using var proxy = new AnsweringProxy(answer);
        var address = $"http://{User}:{Password}@127.0.0.1:{proxy.Port}";

        var output = string.Join('\n', await CaseProcess.RunAsync(
            $$"""
            Import-Module '{{StagedModule.Manifest}}'
            $key = @{ AccessKeyId = 'LTAI5tExample'; AccessKeySecret = 'planted-secret'; Region = 'cn-shanghai'; MaxRetry = 1 }
            $context = New-BdrcContext @key
            $role = New-BdrcContext @key -RoleArn acs:ram::1:role/r
            $ErrorActionPreference = 'Continue'
            & {
                Get-BdrcTask -Context $context -Verbose -Debug
                Get-BdrcTask -Context $role -Verbose -Debug
                $job = Wait-BdrcTask t-1 -Context $context -AsJob -Verbose
                $null = $job | Wait-Job
                "job $($job.State)"
                $job | Receive-Job
            } -ErrorVariable errors *>&1 | ForEach-Object { "$_"; [System.Management.Automation.PSSerializer]::Serialize($_, 5) }
            foreach ($failure in $error) {
                "$failure"; $failure.ErrorDetails; $failure.Exception.ToString()
                [System.Management.Automation.PSSerializer]::Serialize($failure, 5)
                for ($inner = $failure.Exception; $inner; $inner = $inner.InnerException) {
                    $inner.Message; $inner.Data.Values; [System.Management.Automation.PSSerializer]::Serialize($inner, 5)
                }
            }
            """,
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["HTTPS_PROXY"] = address, ["https_proxy"] = address }));
        Emit(output);

        Assert.Contains("job Failed", output, StringComparison.Ordinal);
        Assert.Contains("could not reach bdrc.cn-shanghai.aliyuncs.com", output, StringComparison.Ordinal);
        Assert.True(proxy.Requests > 0);
        Assert.DoesNotContain(Password, output, StringComparison.Ordinal);
        Assert.DoesNotContain(User, output, StringComparison.Ordinal);
        Assert.DoesNotContain("planted-secret", output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")), output, StringComparison.Ordinal);
    }

    /// <summary>Adds the output to the folder that the CI run searches for planted secrets.</summary>
    private static void Emit(string output)
    {
        if (Environment.GetEnvironmentVariable("BDRC_EMITTED") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, $"proxy-{Guid.NewGuid():N}.txt"), output);
    }

    private sealed class AnsweringProxy(string answer) : LoopbackServer
    {
        private int _requests;

        public int Requests => Volatile.Read(ref _requests);

        protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
        {
            while (await ReadHeadAsync(stream, stop) is not null)
            {
                Interlocked.Increment(ref _requests);
                if (answer.Length == 0)
                    return;
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), stop);
            }
        }
    }
}
