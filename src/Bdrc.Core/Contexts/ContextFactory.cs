using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Contexts;

/// <summary>Creates contexts: explicit settings first, then the environment.</summary>
public static class ContextFactory
{
    /// <summary>
    /// Creates a context for the service. Nothing is called, unless no region is configured and the credentials are those of the
    /// instance that this process runs on: then the region is read from the instance's metadata.
    /// </summary>
    /// <param name="request">Explicit settings.</param>
    /// <param name="onDiagnostic">Receives warnings about credentials and files; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BdrcException">A setting is missing or malformed; the message lists all sources that were tried.</exception>
    public static Task<BdrcContext> CreateAsync(
        ContextRequest request, Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken) =>
        CreateAsync(request, CredentialContext.Process, onDiagnostic, cancellationToken);

    /// <summary>Where a context's region was found: a parameter, a variable, a profile or the instance; null when it has none.</summary>
    /// <param name="context">A working context.</param>
    public static string? RegionSource(BdrcContext context) => ContextState.Of(context).RegionSource;

    /// <summary>Creates a context for the in-process sandbox.</summary>
    /// <param name="region">Region id; null for cn-shanghai.</param>
    /// <param name="accessKeyId">The sandbox's own key id.</param>
    /// <param name="accessKeySecret">The sandbox's own secret.</param>
    /// <param name="transport">The sandbox's <c>HttpMessageHandler</c>.</param>
    /// <param name="limits">Retries and timeout; nothing else of it is read. Null for the defaults.</param>
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
            Environment = new CredentialContext { Route = route },
        };
        return Build(region, new Uri("https://bdrc.sandbox.invalid"), accessKeyId, state, isSandbox: true);
    }

    /// <summary>The same identity at another region.</summary>
    /// <param name="context">A working context.</param>
    /// <param name="region">Region id.</param>
    public static BdrcContext ForRegion(BdrcContext context, string region)
    {
        var state = ContextState.Of(context);
        EndpointResolver.CheckRegion(region);
        var endpoint = state.EndpointIsFixed ? context.Endpoint : EndpointSelection.Regional(region, state.UsesVpc);
        var moved = new BdrcContext(region, endpoint, context.AccessKeyId, context.CredentialSource, context.IsSandbox);
        ContextState.Attach(moved, state with { RegionSource = "-Region" });
        return moved;
    }

    /// <summary>
    /// Another identity in a session. The profile says who calls and, if it names a region, where; what the session says about
    /// the way there stays: proxy, VPC, patience, and an endpoint that was given.
    /// </summary>
    /// <param name="session">The context of the session.</param>
    /// <param name="profileName">The profile; a missing or broken one is an error.</param>
    /// <param name="region">Region id; null for the profile's, else the session's.</param>
    /// <param name="onDiagnostic">Receives warnings about credentials and files; null for none.</param>
    /// <param name="cancellationToken">Cancels the call, if there is one.</param>
    /// <exception cref="BdrcException">Something is missing or not well formed.</exception>
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
        return CreateAsync(request, state.Environment, onDiagnostic, cancellationToken);
    }

    internal static BdrcContext Create(
        ContextRequest request, CredentialContext environment, Action<BdrcDiagnostic>? onDiagnostic = null)
    {
        using var listening = CredentialDiagnostics.Scope(onDiagnostic);
        var selection = Find(request, environment);
        var (state, accessKeyId) = Prepare(request, selection, environment);
        return Build(selection, accessKeyId, state);
    }

    internal static async Task<BdrcContext> CreateAsync(
        ContextRequest request,
        CredentialContext environment,
        Action<BdrcDiagnostic>? onDiagnostic,
        CancellationToken cancellationToken)
    {
        CredentialDiagnostics.Listen(onDiagnostic);
        var selection = Find(request, environment);
        var (state, accessKeyId) = Prepare(request, selection, environment);
        if (selection.Endpoint is null
            && await InstanceRegion.FindAsync(state.Credentials, state.Environment, cancellationToken).ConfigureAwait(false) is { } region)
        {
            // Prepared once more: inside a VPC a role is assumed at the STS endpoint of this region.
            selection = selection.At(region, InstanceRegion.Source);
            (state, accessKeyId) = Prepare(request, selection, environment);
        }

        return Build(selection, accessKeyId, state);
    }

    private static EndpointSelection Find(ContextRequest request, CredentialContext environment) =>
        EndpointSelection.Find(request ?? throw new ArgumentNullException(nameof(request)), environment);

    private static (ContextState State, string? AccessKeyId) Prepare(
        ContextRequest request, EndpointSelection selection, CredentialContext environment)
    {
        if (request.Proxy is not null)
        {
            ProxyAddress.Check(request.Proxy);
            environment = environment with { Route = NetworkRoute.Through(request.Proxy, request.ProxyCredential) };
        }

        environment = environment with
        {
            RetryOptions = request.ToRetryOptions(),
            VpcRegion = selection.UsesVpc ? selection.Region : environment.VpcRegion,
        };
        var (provider, accessKeyId) = CredentialSelection.Choose(request, environment);
        var state = new ContextState(provider)
        {
            EndpointIsFixed = selection.IsFixed,
            RegionSource = selection.Source,
            RetryOptions = environment.RetryOptions,
            UsesVpc = selection.UsesVpc,
            Environment = environment,
            Route = environment.Route,
            TimeProvider = environment.Clock,
            Jitter = environment.Jitter,
        };
        return (state, accessKeyId);
    }

    private static BdrcContext Build(EndpointSelection selection, string? accessKeyId, ContextState state) =>
        Build(selection.Region, selection.Endpoint ?? throw EndpointSelection.NoRegion(), accessKeyId, state, isSandbox: false);

    internal static BdrcContext Build(string? region, Uri endpoint, string? accessKeyId, ContextState state, bool isSandbox)
    {
        var context = new BdrcContext(
            region, endpoint, accessKeyId is null ? string.Empty : AccessCredentials.Mask(accessKeyId), state.Credentials.Source, isSandbox);
        ContextState.Attach(context, state);
        return context;
    }
}
