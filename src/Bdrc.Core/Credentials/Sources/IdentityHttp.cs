using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Calls to identity services: bounded in time and size, never redirected.</summary>
internal static class IdentityHttp
{
    public static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(15);

    private const int LargestBody = 64 * 1024;

    /// <summary>Sends a request; transport errors, throttling and 5xx are repeated.</summary>
    /// <param name="environment">The network and the clock.</param>
    /// <param name="what">Who is called, for messages.</param>
    /// <param name="create">Makes the request, anew for each attempt.</param>
    /// <param name="timeout">The longest one attempt may take.</param>
    /// <param name="attempts">How often it is sent at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<TokenResponse> SendAsync(
        CredentialContext environment,
        string what,
        Func<HttpRequestMessage> create,
        TimeSpan timeout,
        int attempts,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await SendOnceAsync(environment, what, create, timeout, cancellationToken).ConfigureAwait(false);
                if (attempt >= attempts || (answer.Status < 500 && answer.Status != 429))
                    return answer;
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutException)
            {
                if (attempt >= attempts)
                    throw Unreachable(what, failure);
            }

            await environment.Clock.DelayAsync(
                TimeSpan.FromMilliseconds(200 * attempt * (1 + environment.Jitter())), cancellationToken).ConfigureAwait(false);
        }
    }

    private static BdrcException Unreachable(string what, Exception failure)
    {
        var cause = TransportFailure.Of(failure);
        return new BdrcException(cause.Kind, cause.Code, Strings.IdentityUnreachable.FormatInvariant(what, cause.What), failure);
    }

    private static async Task<TokenResponse> SendOnceAsync(
        CredentialContext environment,
        string what,
        Func<HttpRequestMessage> create,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        using var late = environment.Clock.CancelAfter(timeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var request = create();
            var form = request.Content is null ? [] : await ReadBufferedAsync(request.Content).ConfigureAwait(false);
            request.Headers.TryAddWithoutValidation("user-agent", UserAgent.Text);
            HeaderText.Check(request);
            using var response = await environment.Network.SendAsync(request, linked.Token).ConfigureAwait(false);
            var body = await ReadAsync(response, linked.Token).ConfigureAwait(false);
            return new TokenResponse(what, (int)response.StatusCode, body, response.Headers.Date, environment.Clock.GetUtcNow())
            {
                Sent = SecretRedactor.Of(request, form),
            };
        }
        catch (Exception stopped) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested
            && stopped is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException)
        {
            throw new TimeoutException(Strings.IdentityLate.FormatInvariant(timeout.TotalSeconds), stopped);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content is null)
            return [];

        // Neither framework takes a token here; closing the answer is what ends the read.
        using (cancellationToken.Register(static state => ((HttpResponseMessage)state!).Dispose(), response))
        {
            await response.Content.LoadIntoBufferAsync(LargestBody).ConfigureAwait(false);
            return await ReadBufferedAsync(response.Content).ConfigureAwait(false);
        }
    }

    // The body is in memory: there is nothing left to cancel.
    private static Task<byte[]> ReadBufferedAsync(HttpContent content) => content.ReadAsByteArrayAsync();
}
