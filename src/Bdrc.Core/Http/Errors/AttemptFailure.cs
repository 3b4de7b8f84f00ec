using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http.Errors;

/// <summary>
/// The classified failure of an attempt. <see cref="ClassificationHandler"/> creates it once and stores it in the call, so no
/// outer handler parses the response again.
/// </summary>
/// <param name="error">The error that the user sees if the call ends with this attempt.</param>
/// <param name="failureClass">The class of the failure.</param>
internal sealed class AttemptFailure(BdrcException error, FailureClass failureClass)
{
    public BdrcException Error { get; } = error;

    public FailureClass Class { get; } = failureClass;

    /// <summary>The host's time according to the response; null when the response has none.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>The quota that the response states, in requests a second; null for none.</summary>
    public int? StatedQuota { get; init; }

    /// <summary>Whether the service refused the credentials, so that newer temporary ones may work.</summary>
    public bool RefusesCredentials => Error.Code == "InvalidAccessKeyId.NotFound"
        || Error.Code.StartsWith("InvalidSecurityToken.", StringComparison.Ordinal);

    /// <summary>Whether the service refused the time stamp.</summary>
    public bool RefusesTimestamp => ClockSkew.IsTimestampError(Error.Code);
}

/// <summary>Turns failed attempts into errors.</summary>
internal interface IFailureClassifier
{
    /// <summary>
    /// Creates the error of a response with an error status. Redirects are errors too, because following one would leak signed
    /// headers.
    /// </summary>
    /// <param name="response">The response; its body has been read.</param>
    /// <param name="request">The request as it was sent.</param>
    /// <param name="call">The call.</param>
    BdrcException FromResponse(HttpResponseMessage response, HttpRequestMessage request, HttpCall call);

    /// <summary>Creates the error of an attempt without a response.</summary>
    BdrcException FromTransport(Exception failure, HttpCall call);

    /// <summary>Returns the failure class of an error.</summary>
    FailureClass Classify(BdrcException error);
}

/// <summary>Classifies the outcome of each attempt. It returns successful responses only.</summary>
internal sealed class ClassificationHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = HttpCall.Of(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return response;

            using (response)
            {
                var error = call.Classifier.FromResponse(response, request, call);
                call.Failure = new AttemptFailure(error, call.Classifier.Classify(error))
                {
                    ServerTime = response.Headers.Date,
                    StatedQuota = Throttling.StatedQuota.Of(response),
                };
            }
        }
        catch (Exception failure) when (IsTransport(failure, cancellationToken))
        {
            var error = call.Classifier.FromTransport(failure, call);
            call.Failure = new AttemptFailure(error, call.Classifier.Classify(error));
        }

        throw call.Failure.Error;
    }

    /// <summary>
    /// Whether an exception is a failure of the transport. A cancellation that the caller did not request is one, and so is an
    /// exception of a type that no transport should throw.
    /// </summary>
    private static bool IsTransport(Exception failure, CancellationToken cancellationToken) =>
        failure is not (BdrcException or OutOfMemoryException)
        && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested);
}
