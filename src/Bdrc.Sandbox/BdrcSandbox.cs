using System.Globalization;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Http;
using Bdrc.Sandbox.Operations;
using Bdrc.Sandbox.Signing;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox;

/// <summary>
/// An in-memory BDRC for one account. Tasks progress by the clock; signatures, quota and parameters are checked as the platform
/// checks them. Thread-safe.
/// </summary>
public sealed class BdrcSandbox
{
    private readonly OperationDispatcher _operations;
    private readonly OperationQuota _quota;
    private readonly RequestLog _log = new();
    private int _requestCount;

    /// <summary>Creates a sandbox.</summary>
    /// <param name="options">Its settings.</param>
    /// <exception cref="ArgumentException">A credential contains characters that are not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names the range.</exception>
    public BdrcSandbox(SandboxOptions options)
    {
        Options = (options ?? throw new ArgumentNullException(nameof(options))).ValidatedCopy();
        _operations = new OperationDispatcher(new Account(Options, Now()));
        _quota = new OperationQuota(Options.RequestsPerSecond);
        Verifier = new SignatureVerifier(Options, AccessKeys);
    }

    /// <summary>Faults to inject.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The requests received, oldest first; only the last 10,000 are kept.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _log.Snapshot();

    /// <summary>The number of all requests received.</summary>
    public int RequestCount => Volatile.Read(ref _requestCount);

    internal SandboxOptions Options { get; }

    /// <summary>The temporary access keys that this sandbox accepts besides the key of its options.</summary>
    internal AccessKeyRegistry AccessKeys { get; } = new();

    internal SignatureVerifier Verifier { get; }

    /// <summary>Creates a message handler that sends requests to this sandbox without a network.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(HandleAsync);

    /// <summary>Simulates a change of an ECS automatic snapshot policy: each protection policy that uses it gets a message.</summary>
    /// <param name="autoSnapshotPolicyId">The snapshot policy.</param>
    public void ModifyAutoSnapshotPolicy(string autoSnapshotPolicyId) => _operations.ModifySnapshotPolicy(autoSnapshotPolicyId, Now());

    /// <summary>Simulates the deletion of an ECS automatic snapshot policy: protection policies can no longer use it.</summary>
    /// <param name="autoSnapshotPolicyId">The snapshot policy.</param>
    public void DeleteAutoSnapshotPolicy(string autoSnapshotPolicyId) => _operations.DeleteSnapshotPolicy(autoSnapshotPolicyId, Now());

    /// <summary>Handles a request to BDRC.</summary>
    /// <param name="request">The request as received.</param>
    /// <param name="cancellationToken">Cancels the delay of a slow response.</param>
    public Task<SandboxResponse> HandleAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        return HandleAsync(request, request.Action, Execute, cancellationToken);
    }

    /// <summary>Logs a request, injects the faults planned for its operation and lets a service execute it.</summary>
    /// <param name="request">The request as received.</param>
    /// <param name="operation">The name that <see cref="FaultPlan.Add"/> knows the operation by.</param>
    /// <param name="execute">The service that the request is addressed to.</param>
    /// <param name="cancellationToken">Cancels the delay of a slow response.</param>
    internal async Task<SandboxResponse> HandleAsync(
        SandboxRequest request, string? operation, Func<SandboxCall, SandboxResponse> execute, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var requestId = SeededRandom.RequestId(Options.Seed, RandomStream.RequestId, Interlocked.Increment(ref _requestCount));
        _log.Add(request);
        var fault = Faults.TakeNext(operation);
        if (fault is { Delay.Ticks: > 0 })
            await DelayAsync(fault.Delay, cancellationToken).ConfigureAwait(false);

        var skew = Faults.ClockSkew + (fault?.Skew ?? TimeSpan.Zero);
        var response = fault is null or { Executes: true }
            ? execute(new SandboxCall(request, Now(), skew, requestId))
            : new SandboxResponse(200, null, []);
        if (fault?.CreateResponse is { } create)
            response = create(requestId, request.Host);
        if (fault is { Truncates: true })
            response = new SandboxResponse(response.StatusCode, response.ContentType, FirstHalf(response.Body));
        response.Reset = fault is { Resets: true };
        return response
            .WithHeader("x-acs-request-id", requestId)
            .WithHeader("Date", (Now() + skew).ToString("r", CultureInfo.InvariantCulture));
    }

    private DateTimeOffset Now() => Options.TimeProvider.GetUtcNow();

    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
#if NET
        return Task.Delay(delay, Options.TimeProvider, cancellationToken);
#else
        return Options.TimeProvider.Delay(delay, cancellationToken);
#endif
    }

    private SandboxResponse Execute(SandboxCall call)
    {
        try
        {
            Verifier.Verify(call.Request, ApiContract.Instance.Version, call.SkewedNow);
            var values = RequestValues.Read(call.Request, operation => _quota.Consume(operation.Name, call.Now));
            return new SandboxResponse(200, SandboxResponse.Json, _operations.Execute(values, call.Now, call.RequestId));
        }
        catch (PlatformException exception)
        {
            return exception.ToResponse(call.RequestId, call.Request.Host);
        }
    }

    private static byte[] FirstHalf(byte[] body)
    {
        var half = new byte[body.Length / 2];
        Array.Copy(body, half, half.Length);
        return half;
    }
}
