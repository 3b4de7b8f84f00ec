namespace Bdrc.Core.Tests.Tasks;

/// <summary>
/// Holds the requests of one operation until the test releases them, even cancelled ones, and counts the requests in progress.
/// </summary>
internal sealed class GatedTransport(HttpMessageHandler inner, string operation) : DelegatingHandler(inner)
{
    private readonly TaskCompletionSource _gate = new();
    private int _requestsInProgress;

    public int RequestsInProgress => Volatile.Read(ref _requestsInProgress);

    public void Release() => _gate.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.GetValues("x-acs-action").Single() != operation)
            return await base.SendAsync(request, cancellationToken);

        Interlocked.Increment(ref _requestsInProgress);
        try
        {
            await _gate.Task;
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _requestsInProgress);
        }
    }
}
