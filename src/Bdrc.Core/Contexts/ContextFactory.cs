using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Contexts;

/// <summary>Creates contexts from explicit settings, environment variables and profiles, in this order.</summary>
public static class ContextFactory
{
    /// <summary>The code of the error for a context without a region and an endpoint.</summary>
    public const string NoRegionCode = "NoRegion";

    /// <summary>
    /// Creates a context for the service. It sends no request, except when no region is configured and the credentials come from
    /// the role of the instance that this process runs on: then it queries the instance metadata for the region.
    /// </summary>
    /// <param name="request">Explicit settings.</param>
    /// <param name="onDiagnostic">Receives warnings about credentials and files; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BdrcException">A setting is missing or malformed. The message lists all sources that were tried.</exception>
    public static Task<BdrcContext> CreateAsync(
        ContextRequest request, Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken) =>
        CreateAsync(request, CredentialContext.Process, onDiagnostic, cancellationToken);

    /// <summary>Returns the source of a context's region: a parameter, a variable, a profile or the instance; null for none.</summary>
    /// <param name="context">A context of this module.</param>
    public static string? RegionSource(BdrcContext context) => ContextState.Of(context).RegionSource;

    /// <summary>
    /// Whether the endpoint was built from a region that BDRC does not document, which is usually a region that BDRC does not
    /// serve or a typing error.
    /// </summary>
    /// <param name="context">A context of this module.</param>
    public static bool IsEndpointAssumed(BdrcContext context) => context is { Region: { } region, IsSandbox: false }
        && !ContextState.Of(context).EndpointIsFixed && !EndpointResolver.IsDocumented(region);

    /// <summary>Creates a context for the in-process sandbox.</summary>
    /// <param name="region">Region id; null for cn-shanghai.</param>
    /// <param name="accessKeyId">Key id that the sandbox accepts.</param>
    /// <param name="accessKeySecret">Secret of that key.</param>
    /// <param name="transport">The sandbox's <c>HttpMessageHandler</c>.</param>
    /// <param name="limits">Retries and timeout; its other settings are ignored. Null for the defaults.</param>
    public static BdrcContext ForSandbox(
        string? region, string accessKeyId, string accessKeySecret, IDisposable transport, ContextRequest? limits = null)
    {
        region ??= "cn-shanghai";
        EndpointResolver.CheckRegion(region);
        var provider = new StaticCredentialProvider("sandbox", new AccessCredentials(accessKeyId, accessKeySecret, null));
        var route = NetworkRoute.Into((HttpMessageHandler)transport);
        var state = new ContextState(provider)
        {
            Route = route,
            EndpointIsFixed = true,
            RetryOptions = limits?.ToRetryOptions() ?? RetryOptions.Default,
            CredentialContext = new CredentialContext { Route = route },
        };
        return Build(region, new Uri("https://bdrc.sandbox.invalid"), accessKeyId, state, isSandbox: true);
    }

    /// <summary>Returns a context with the same credentials in another region.</summary>
    /// <param name="context">A context of this module.</param>
    /// <param name="region">Region id.</param>
    public static BdrcContext ForRegion(BdrcContext context, string region)
    {
        var state = ContextState.Of(context);
        EndpointResolver.CheckRegion(region);
        var endpoint = state.EndpointIsFixed ? context.Endpoint : EndpointSelection.RegionalEndpoint(region, state.UsesVpc);
        var result = new BdrcContext(region, endpoint, context.AccessKeyId, context.CredentialSource, context.IsSandbox);
        ContextState.Attach(result, state with { RegionSource = "-Region" });
        return result;
    }

    /// <summary>Returns a context whose calls are not retried, for requests that nobody waits long for.</summary>
    /// <param name="context">A context of this module.</param>
    /// <param name="timeout">The time limit of a call.</param>
    public static BdrcContext ForOneAttempt(BdrcContext context, TimeSpan timeout)
    {
        var state = ContextState.Of(context);
        var result = new BdrcContext(context.Region, context.Endpoint, context.AccessKeyId, context.CredentialSource, context.IsSandbox);
        ContextState.Attach(result, state with
        {
            RetryOptions = state.RetryOptions with { MaxRetries = 0, RequestTimeout = timeout },
        });
        return result;
    }

    /// <summary>
    /// Creates a context with the credentials of a profile, and with its region if it has one. Other settings stay those of the
    /// session: proxy, VPC, retries, timeout and an explicit endpoint.
    /// </summary>
    /// <param name="session">The context of the session.</param>
    /// <param name="profileName">Name of the profile. A missing or invalid one is an error.</param>
    /// <param name="region">Region id; null for the profile's, else the session's.</param>
    /// <param name="onDiagnostic">Receives warnings about credentials and files; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BdrcException">A setting is missing or malformed.</exception>
    public static Task<BdrcContext> ForProfileAsync(
        BdrcContext session,
        string profileName,
        string? region,
        Action<BdrcDiagnostic>? onDiagnostic,
        CancellationToken cancellationToken)
    {
        var state = ContextState.Of(session);
        var request = new ContextRequest
        {
            ProfileName = profileName,
            Region = region,
            MaxRetries = state.RetryOptions.MaxRetries,
            RequestTimeout = state.RetryOptions.RequestTimeout,
        };
        if (session.IsSandbox)
            return CreateAsync(request, onDiagnostic, cancellationToken);

        request.SessionRegion = session.Region;
        request.UseVpcEndpoint = state.UsesVpc;
        request.Endpoint = state.EndpointIsFixed ? session.Endpoint.AbsoluteUri : null;
        return CreateAsync(request, state.CredentialContext, onDiagnostic, cancellationToken);
    }

    internal static BdrcContext Create(
        ContextRequest request, CredentialContext credentialContext, Action<BdrcDiagnostic>? onDiagnostic = null)
    {
        using var listener = CredentialDiagnostics.Scope(onDiagnostic);
        var selection = Find(request, credentialContext);
        var (state, accessKeyId) = Prepare(request, selection, credentialContext);
        return Build(selection, accessKeyId, state);
    }

    internal static async Task<BdrcContext> CreateAsync(
        ContextRequest request,
        CredentialContext credentialContext,
        Action<BdrcDiagnostic>? onDiagnostic,
        CancellationToken cancellationToken)
    {
        CredentialDiagnostics.Listen(onDiagnostic);
        var selection = Find(request, credentialContext);
        var (state, accessKeyId) = Prepare(request, selection, credentialContext);
        if (selection.Endpoint is null
            && await InstanceRegion.FindAsync(state.Credentials, state.CredentialContext, cancellationToken)
                .ConfigureAwait(false) is { } region)
        {
            // Prepare again: in a VPC a role is assumed at the STS endpoint of this region.
            selection = selection.WithRegion(region, Strings.InstanceMetadata);
            (state, accessKeyId) = Prepare(request, selection, credentialContext);
        }

        return Build(selection, accessKeyId, state);
    }

    private static EndpointSelection Find(ContextRequest request, CredentialContext credentialContext) =>
        EndpointSelection.Find(request ?? throw new ArgumentNullException(nameof(request)), credentialContext);

    private static (ContextState State, string? AccessKeyId) Prepare(
        ContextRequest request, EndpointSelection selection, CredentialContext credentialContext)
    {
        if (request.Proxy is not null)
        {
            ProxyAddress.Check(request.Proxy);
            credentialContext = credentialContext with { Route = NetworkRoute.Through(request.Proxy, request.ProxyCredential) };
        }

        credentialContext = credentialContext with
        {
            RetryOptions = request.ToRetryOptions(),
            VpcRegion = selection.UsesVpc ? selection.Region : credentialContext.VpcRegion,
        };
        var (provider, accessKeyId) = CredentialSelection.Choose(request, credentialContext);
        var state = new ContextState(provider)
        {
            EndpointIsFixed = selection.IsFixed,
            RegionSource = selection.Source,
            RetryOptions = credentialContext.RetryOptions,
            UsesVpc = selection.UsesVpc,
            CredentialContext = credentialContext,
            Route = credentialContext.Route,
            TimeProvider = credentialContext.Clock,
            Jitter = credentialContext.Jitter,
        };
        return (state, accessKeyId);
    }

    private static BdrcContext Build(EndpointSelection selection, string? accessKeyId, ContextState state) =>
        Build(selection.Region, selection.Endpoint ?? throw EndpointSelection.NoRegion(), accessKeyId, state, isSandbox: false);

    internal static BdrcContext Build(string? region, Uri endpoint, string? accessKeyId, ContextState state, bool isSandbox)
    {
        var maskedKeyId = accessKeyId is null ? string.Empty : AccessCredentials.Mask(accessKeyId);
        var context = new BdrcContext(region, endpoint, maskedKeyId, state.Credentials.Source, isSandbox);
        ContextState.Attach(context, state);
        return context;
    }
}
