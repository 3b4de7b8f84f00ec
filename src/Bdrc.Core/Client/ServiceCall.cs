using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Throttling;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Client;

/// <summary>Converts an operation and its values to a call of the pipeline.</summary>
internal static class ServiceCall
{
    private static readonly Acs3RequestSigner Signer = new(BdrcOperations.Version);

    /// <param name="context">The endpoint, region and credentials.</param>
    /// <param name="request">The operation and its values.</param>
    /// <param name="isBackground">Whether it is a poll of a wait.</param>
    /// <param name="onDiagnostic">Receives diagnostics; null to discard them.</param>
    public static HttpCall Create(BdrcContext context, ApiRequest request, bool isBackground, Action<BdrcDiagnostic>? onDiagnostic)
    {
        var state = ContextState.Of(context);
        var operation = request.Operation;
        return new HttpCall(operation.Name, context.Endpoint)
        {
            Kind = HttpClientKind.Service,
            Method = operation.Method,
            Path = request.CanonicalPath(),
            Query = request.CanonicalQuery(),
            Body = request.FormBody(),
            Idempotency = operation.Idempotency,
            Region = context.Region,
            PublishedLimit = PublishedQuota.At(context.Endpoint),
            IsBackground = isBackground,
            Route = state.Route,
            Options = state.RetryOptions,
            Clock = state.TimeProvider,
            Jitter = state.Jitter,
            OnDiagnostic = onDiagnostic,
            CredentialProvider = state.Credentials,
            Signer = Signer,
        };
    }
}
