using System.Globalization;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Identity;
using Bdrc.Sandbox.Identity.Keys;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Operations;
using Bdrc.Sandbox.Quota;
using Bdrc.Sandbox.Signing;
using Bdrc.Sandbox.State;
using Bdrc.Sandbox.Transport;

namespace Bdrc.Sandbox;

/// <summary>
/// A working BDRC in memory: one account whose tasks progress by the clock, which checks signatures, quota and parameters as
/// the platform does. Safe for every thread.
/// </summary>
public sealed class BdrcSandbox
{
    private readonly SandboxOptions _options;
    private readonly OperationDispatcher _desk;
    private readonly Verifier _verifier;
    private readonly OperationQuota _quota;
    private readonly IdentityDispatcher _identity;
    private readonly RequestLog _log = new();
    private int _requestCount;

    /// <summary>Makes a sandbox.</summary>
    /// <param name="options">What it is like.</param>
    /// <exception cref="ArgumentException">A credential is not usable text.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names the range.</exception>
    public BdrcSandbox(SandboxOptions options)
    {
        _options = (options ?? throw new ArgumentNullException(nameof(options))).Checked();
        _desk = new OperationDispatcher(new Account(_options, Now()));
        var keys = new IssuedKeys(_options.Seed);
        _verifier = new Verifier(_options, keys);
        Identity = new SandboxIdentity(_options, keys);
        _identity = new IdentityDispatcher(Identity, _verifier);
        _quota = new OperationQuota(_options.RequestsPerSecond);
    }

    /// <summary>Faults on demand.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The identity services: STS, instance metadata and whatever else hands out keys that BDRC accepts.</summary>
    public SandboxIdentity Identity { get; }

    /// <summary>The requests that arrived, oldest first; only the last 10,000 are kept.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _log.Snapshot();

    /// <summary>How many requests arrived in all.</summary>
    public int RequestCount => Volatile.Read(ref _requestCount);

    /// <summary>Makes a handler that leads to this sandbox; an <see cref="HttpClient"/> over it needs no network.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(this);

    /// <summary>Somebody modifies an automatic snapshot policy in ECS: every protection policy that uses it gets a message.</summary>
    /// <param name="autoSnapshotPolicyId">The snapshot policy.</param>
    public void ModifyAutoSnapshotPolicy(string autoSnapshotPolicyId) => _desk.ModifySnapshotPolicy(autoSnapshotPolicyId, Now());

    /// <summary>Somebody deletes an automatic snapshot policy in ECS: no protection policy can use it any more.</summary>
    /// <param name="autoSnapshotPolicyId">The snapshot policy.</param>
    public void DeleteAutoSnapshotPolicy(string autoSnapshotPolicyId) => _desk.DeleteSnapshotPolicy(autoSnapshotPolicyId, Now());

    /// <summary>Answers a request: to BDRC, or to an identity service (<see cref="IdentityPaths"/>).</summary>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="cancellationToken">Stops the wait of a slow answer.</param>
    public async Task<SandboxResponse> HandleAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        cancellationToken.ThrowIfCancellationRequested();
        var requestId = SeededRandom.RequestId(_options.Seed, RandomStream.RequestId, Interlocked.Increment(ref _requestCount));
        _log.Add(request);
        var route = IdentityRouter.Find(request);
        var fault = Faults.Take(route?.Operation ?? request.Action);
        if (fault is { Delay.Ticks: > 0 })
            await DelayAsync(fault.Delay, cancellationToken).ConfigureAwait(false);

        var skew = Faults.ClockSkew + (fault?.Skew ?? TimeSpan.Zero);
        var response = fault is null or { Executes: true } ? Execute(request, route, requestId, skew) : new SandboxResponse(200, null, []);
        if (fault?.Answer is { } answer)
            response = answer(requestId, request.Host);
        if (fault is { Truncates: true })
            response = new SandboxResponse(response.StatusCode, response.ContentType, Half(response.Body));
        response.Reset = fault is { Resets: true };
        return response
            .With("x-acs-request-id", requestId)
            .With("Date", (Now() + skew).ToString("r", CultureInfo.InvariantCulture));
    }

    private DateTimeOffset Now() => _options.TimeProvider.GetUtcNow();

    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
#if NET
        return Task.Delay(delay, _options.TimeProvider, cancellationToken);
#else
        return _options.TimeProvider.Delay(delay, cancellationToken);
#endif
    }

    private SandboxResponse Execute(SandboxRequest request, IdentityRoute? route, string requestId, TimeSpan skew)
    {
        if (route is not null)
            return _identity.Answer(new IdentityCall(request, route, Now(), skew, requestId));

        try
        {
            var now = Now();
            _verifier.Check(request, ApiContract.Instance.Version, now + skew);
            var values = RequestValues.Read(request, operation => _quota.Spend(operation.Name, now));
            return new SandboxResponse(200, SandboxResponse.Json, _desk.Answer(values, now, requestId));
        }
        catch (PlatformException refusal)
        {
            var body = ErrorBody.Write(refusal.Code, refusal.Message, requestId, request.Host);
            var response = new SandboxResponse(refusal.Status, SandboxResponse.Json, body);
            if (refusal.RetryAfter is { } wait)
                response.With("x-acs-retry-after", Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
            return response;
        }
    }

    private static byte[] Half(byte[] body)
    {
        var half = new byte[body.Length / 2];
        Array.Copy(body, half, half.Length);
        return half;
    }
}
