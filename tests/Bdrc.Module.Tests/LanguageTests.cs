using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests;

/// <summary>The messages of the module in the language of the session.</summary>
// The variable of the build runner belongs to the process.
[Collection("RunnerEnvironment")]
public sealed class LanguageTests
{
    private const string Waiting =
        "$env:CI = $null; $env:GITHUB_ACTIONS = $null; $env:TF_BUILD = $null; Connect-Bdrc -Sandbox -TaskDuration 3600 | Out-Null; " +
        "Update-BdrcResource -Wait -Timeout 0.3 -PollInterval 0.1";

    [Theory]
    [InlineData("zh-CN", "TaskId 不可用：'..' 是路径导航符。请指定服务返回的 ID。 [InvalidTaskId]")]
    [InlineData("zh-Hans", "TaskId 不可用：'..' 是路径导航符。请指定服务返回的 ID。 [InvalidTaskId]")]
    [InlineData("zh-SG", "TaskId 不可用：'..' 是路径导航符。请指定服务返回的 ID。 [InvalidTaskId]")]
    [InlineData("zh-TW", "TaskId cannot be used: '..' is path navigation. Specify an id as returned by the service. [InvalidTaskId]")]
    [InlineData("en-US", "TaskId cannot be used: '..' is path navigation. Specify an id as returned by the service. [InvalidTaskId]")]
    public void Errors_are_in_the_language_of_PSUICulture(string culture, string expected)
    {
        using var engine = new Engine(culture);
        engine.Run("Connect-Bdrc -Sandbox | Out-Null");

        var error = engine.SingleError("Get-BdrcTask '..'");

        Assert.Equal(culture, engine.Run("$PSUICulture").Single().BaseObject);
        Assert.Equal(expected, error.ToString());
        Assert.Equal("InvalidTaskId,Bdrc.Commands.GetBdrcTaskCommand", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Errors_made_by_a_background_thread_are_in_the_language_of_the_session()
    {
        using var engine = new Engine("zh-CN");

        var error = engine.SingleError(Waiting);

        Assert.Contains("0.3 秒内未结束：t-", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("请指定更长的 -Timeout 再次等待，或运行 Get-BdrcTask 查看当前状态。", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Errors_of_a_job_are_in_the_language_of_the_session()
    {
        using var engine = new Engine("zh-CN");

        var error = engine.SingleError(Waiting.Replace("-Wait", "-AsJob", StringComparison.Ordinal) + " | Receive-Job -Wait");

        Assert.Contains("0.3 秒内未结束：t-", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_in_the_language_of_the_session()
    {
        using var engine = new Engine("zh-CN");
        using var shell = engine.Begin(Waiting);

        Engine.Invoke(shell);

        Assert.Equal("正在等待 BDRC 任务", shell.Streams.Progress.First(record => record.ParentActivityId < 0).Activity);
    }

    [Fact]
    public void Warnings_and_verbose_messages_are_in_the_language_of_the_session()
    {
        using var engine = new Engine("zh-CN");

        engine.Run(
            "New-BdrcContext cn-nowhere -AccessKeyId LTAI5tExampleKey -AccessKeySecret planted-secret | Out-Null; " +
            "Connect-Bdrc -Sandbox | Out-Null; Get-BdrcService -Verbose | Out-Null");

        Assert.Contains("GetBdrcService：GET ", engine.AllStreams, StringComparison.Ordinal);
        Assert.Contains("BDRC 文档没有列出 cn-nowhere 的接入地址", engine.AllStreams, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sessions_of_one_process_have_their_own_languages()
    {
        using var chinese = new Engine("zh-CN");
        using var english = new Engine("en-US");

        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("秒内未结束", chinese.SingleError(Waiting).ToString(), StringComparison.Ordinal);
            Assert.Contains("Not finished within", english.SingleError(Waiting).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Properties_ids_and_numbers_are_the_same_in_each_language()
    {
        await using var served = await ServedSandbox.StartAsync();
        using var chinese = new Engine("zh-CN");
        using var english = new Engine("en-US");
        var script = served.Connect + "Get-BdrcResource -First 3; Get-BdrcRule; Get-BdrcProduct";

        Assert.Equal(Describe(english.Run(script)), Describe(chinese.Run(script)));
    }

    [Fact]
    public void Carries_the_culture_to_other_threads_and_restores_theirs()
    {
        var type = LoadedModule().GetType("Bdrc.Pipeline.CultureFlow", throwOnError: true)!;
        var applied = new List<string>();
        Action<CultureInfo> apply = culture => applied.Add(culture.Name);
        var flow = Activator.CreateInstance(type, apply)!;
        using var idle = new BlockingThread();
        Task work = Task.CompletedTask;

        // In a context of its own, so that the flow ends with it.
        ExecutionContext.Run(
            ExecutionContext.Capture()!,
            _ =>
            {
                type.GetMethod("From")!.Invoke(flow, [CultureInfo.GetCultureInfo("zh-CN")]);
                work = idle.Run();
            },
            state: null);
        Assert.True(work.IsCompletedSuccessfully);

        Assert.Contains("zh-CN", applied);
        Assert.NotEqual("zh-CN", applied[^1]);
    }

    private static Assembly LoadedModule()
    {
        using var engine = new Engine();
        engine.Run("Connect-Bdrc -Sandbox | Out-Null");
        return AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "Bdrc");
    }

    private static List<string> Describe(IEnumerable<PSObject> objects) =>
    [
        .. objects.SelectMany(item => item.Properties.Select(property =>
            string.Create(CultureInfo.InvariantCulture, $"{item.TypeNames[0]}.{property.Name} = {property.Value}"))),
    ];

    /// <summary>A thread that runs work in the context of the caller, and then goes back to its own.</summary>
    private sealed class BlockingThread : IDisposable
    {
        private readonly System.Collections.Concurrent.BlockingCollection<(ExecutionContext Context, TaskCompletionSource Done)> _work = [];

        public BlockingThread()
        {
            using (ExecutionContext.SuppressFlow())
                new Thread(Loop) { IsBackground = true }.Start();
        }

        public Task Run()
        {
            var done = new TaskCompletionSource();
            _work.Add((ExecutionContext.Capture()!, done));
            done.Task.Wait();
            return done.Task;
        }

        public void Dispose() => _work.CompleteAdding();

        private void Loop()
        {
            foreach (var (context, done) in _work.GetConsumingEnumerable())
            {
                ExecutionContext.Run(context, static _ => { }, state: null);
                done.SetResult();
            }
        }
    }
}
