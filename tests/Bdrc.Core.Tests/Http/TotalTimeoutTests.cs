using Bdrc.Core.Client;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Tests.Http;

/// <summary>The request timeout bounds the whole call: every wait as well as every attempt.</summary>
public sealed class TotalTimeoutTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly RetryOptions Options = new() { RequestTimeout = OneSecond };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bounds_the_wait_for_the_rate_limiter()
    {
        var service = new SilentService(Options).Succeeds(60);
        var calls = Enumerable.Range(0, 60).Select(_ => Outcome(service.Client.DescribeTaskAsync("t-1", Token))).ToList();

        var failures = (await service.Time.RunAsync(Task.WhenAll(calls))).OfType<BdrcException>().ToList();

        Assert.Equal(50, failures.Count);
        Assert.Equal(OneSecond, service.Time.Elapsed);
        Assert.All(failures, failure =>
        {
            Assert.Equal(("RequestTimeout", BdrcErrorKind.Timeout, 0), (failure.Code, failure.Kind, failure.Attempts));
            Assert.False(failure.OutcomeUnknown);
            Assert.Contains("within the request timeout of 1 s", failure.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Does_not_wait_for_a_Retry_After_that_is_longer()
    {
        var service = new SilentService(Options).Throttles(7_000);
        var first = await FailAsync(service, service.Client);
        var second = await FailAsync(service, service.Client);

        Assert.Equal(["Throttling.User", "Throttling.User"], [first.Code, second.Code]);
        Assert.Equal(TimeSpan.FromSeconds(7), second.RetryAfter);
        Assert.Equal(0, second.Attempts);
        Assert.Single(service.Arrivals);
        Assert.Equal(TimeSpan.Zero, service.Time.Elapsed);
    }

    [Fact]
    public async Task Bounds_the_time_that_credentials_take()
    {
        var service = new SilentService(Options, new HangingProvider());

        var failure = await FailAsync(service, service.Client);

        Assert.Equal(("RequestTimeout", OneSecond), (failure.Code, service.Time.Elapsed));
        Assert.Contains("credentials", failure.Message, StringComparison.Ordinal);
        Assert.Empty(service.Arrivals);
    }

    [Fact]
    public async Task Reports_a_cancellation_that_neither_the_user_nor_a_timeout_requested_as_an_error()
    {
        var service = new SilentService(Options, new CancelingProvider());

        var failure = await FailAsync(service, service.Client);

        Assert.Equal(("UnexpectedCancellation", BdrcErrorKind.Unknown, false), (failure.Code, failure.Kind, failure.OutcomeUnknown));
        Assert.Empty(service.Arrivals);
    }

    [Fact]
    public async Task Bounds_all_attempts_together()
    {
        var service = new SilentService(new RetryOptions { RequestTimeout = TimeSpan.FromSeconds(40) });

        var failure = await FailAsync(service, service.Client);

        Assert.Equal(("RequestTimeout", TimeSpan.FromSeconds(40), 2), (failure.Code, service.Time.Elapsed, failure.Attempts));
    }

    [Fact]
    public async Task Reports_that_the_outcome_is_unknown_when_the_request_was_sent()
    {
        var service = new SilentService(Options);

        var failure = (BdrcException)await service.Time.RunAsync(Outcome(service.Client.CheckRulesAsync("acs:ecs:1", null, Token)));

        Assert.True(failure.OutcomeUnknown);
        Assert.Single(service.Arrivals);
        Assert.Contains("Check the current state", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<BdrcException> FailAsync(SilentService service, BdrcClient client) =>
        (BdrcException)await service.Time.RunAsync(Outcome(client.DescribeTaskAsync("t-1", Token)));

    private static async Task<object> Outcome<T>(Task<T> call)
        where T : notnull
    {
        try
        {
            return await call;
        }
        catch (BdrcException failure)
        {
            return failure;
        }
    }

    /// <summary>A provider whose source never responds.</summary>
    private sealed class CancelingProvider : ICredentialProvider
    {
        public string Source => "test";

        public string? AccountKey => "test";

        public Task<AccessCredentials> GetAsync(Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken) =>
            Task.FromException<AccessCredentials>(new TaskCanceledException("The operation was canceled."));
    }

    private sealed class HangingProvider : ICredentialProvider
    {
        public string Source => "test";

        public string AccountKey => "account";

        public async Task<AccessCredentials> GetAsync(Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource<AccessCredentials>();
            using (cancellationToken.Register(() => never.TrySetCanceled(cancellationToken)))
                return await never.Task;
        }
    }
}
