namespace Bdrc.Core.Tests.Tasks;

/// <summary>Counts the calls in progress, and can respond to some of them itself.</summary>
internal sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private int _inProgress;

    public int InProgress => Volatile.Read(ref _inProgress);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inProgress);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _inProgress);
        }
    }
}
