using Bdrc.Core.Credentials;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Contexts;

/// <summary>Makes contexts: explicit values first, then the environment.</summary>
public static class ContextFactory
{
    /// <summary>
    /// Makes a context for the service. Nothing is called, unless no region is named anywhere and the credentials are those of
    /// the instance this runs on: then its metadata is asked for the region.
    /// </summary>
    /// <param name="request">What the user gave.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="BdrcException">Something is missing or not well formed; the message names every place looked at.</exception>
    public static Task<BdrcContext> CreateAsync(ContextRequest request, CancellationToken cancellationToken) =>
        CreateAsync(request, CredentialContext.Process, cancellationToken);

    /// <summary>Makes a context for the service and calls nothing.</summary>
    /// <param name="request">What the user gave.</param>
    /// <exception cref="BdrcException">Something is missing or not well formed; the message names every place looked at.</exception>
    public static BdrcContext Create(ContextRequest request) => Create(request, CredentialContext.Process);

    /// <summary>Where a context's region was found: a parameter, a variable, a profile or the instance; null when it has none.</summary>
    /// <param name="context">A working context.</param>
    public static string? RegionSource(BdrcContext context) => ContextState.Of(context).RegionSource;

    /// <summary>Makes a context for the in-process sandbox.</summary>
    /// <param name="region">Region id; null for cn-shanghai.</param>
    /// <param name="accessKeyId">The sandbox's own key id.</param>
    /// <param name="accessKeySecret">The sandbox's own secret.</param>
    /// <param name="transport">The sandbox's <c>HttpMessageHandler</c>.</param>
    /// <param name="patience">How patient calls are; only its retries and timeout are read.</param>
    public static BdrcContext ForSandbox(
        string? region, string accessKeyId, string accessKeySecret, IDisposable transport, ContextRequest? patience = null)
    {
        region ??= "cn-shanghai";
        EndpointResolver.CheckRegion(region);
        var provider = new StaticCredentialProvider("sandbox", new AccessCredentials(accessKeyId, accessKeySecret, null));
        var invoker = new HttpMessageInvoker((HttpMessageHandler)transport);
        var state = new ContextState(provider)
        {
            Transport = invoker,
            EndpointIsFixed = true,
            Settings = RetryOptions.Of(patience),
            Environment = new CredentialContext { Transport = invoker },
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
    /// <param name="cancellationToken">Ends the call, if there is one.</param>
    /// <exception cref="BdrcException">Something is missing or not well formed.</exception>
    public static Task<BdrcContext> ForProfileAsync(
        BdrcContext session, string profileName, string? region, CancellationToken cancellationToken)
    {
        var state = ContextState.Of(session);
        var request = new ContextRequest
        {
            ProfileName = profileName,
            Region = region,
            MaxRetries = state.Settings.MaxRetries,
            RequestTimeout = state.Settings.RequestTimeout,
        };
        if (session.IsSandbox)
            return CreateAsync(request, cancellationToken);

        request.SessionRegion = session.Region;
        request.UseVpcEndpoint = state.UsesVpc;
        request.Endpoint = state.EndpointIsFixed ? session.Endpoint.AbsoluteUri : null;
        return CreateAsync(request, state.Environment, cancellationToken);
    }

    internal static BdrcContext Create(ContextRequest request, CredentialContext environment)
    {
        var place = Find(request, environment);
        var (state, accessKeyId) = Prepare(request, place, environment);
        return Build(place, accessKeyId, state);
    }

    internal static async Task<BdrcContext> CreateAsync(
        ContextRequest request, CredentialContext environment, CancellationToken cancellationToken)
    {
        var place = Find(request, environment);
        var (state, accessKeyId) = Prepare(request, place, environment);
        if (place.Endpoint is null
            && await InstanceRegion.FindAsync(state.Credentials, state.Environment, cancellationToken).ConfigureAwait(false) is { } region)
        {
            // Once more: who takes a role on inside a VPC calls STS there, in this region.
            place = place.At(region, InstanceRegion.Source);
            (state, accessKeyId) = Prepare(request, place, environment);
        }

        return Build(place, accessKeyId, state);
    }

    private static EndpointSelection Find(ContextRequest request, CredentialContext environment) =>
        EndpointSelection.Find(request ?? throw new ArgumentNullException(nameof(request)), environment);

    private static (ContextState State, string? AccessKeyId) Prepare(
        ContextRequest request, EndpointSelection place, CredentialContext environment)
    {
        if (request.Proxy is not null)
        {
            ProxyAddress.Check(request.Proxy);
            environment = WithProxy(environment, request.Proxy, request.ProxyCredential);
        }

        if (place.UsesVpc)
            environment = environment with { VpcRegion = place.Region };
        var (provider, accessKeyId) = CredentialSelection.Choose(request, environment);
        var state = new ContextState(provider)
        {
            EndpointIsFixed = place.IsFixed,
            RegionSource = place.Source,
            Settings = RetryOptions.Of(request),
            UsesVpc = place.UsesVpc,
            Environment = environment,
            Transport = environment.Transport,
            TimeProvider = environment.Clock,
            Jitter = environment.Jitter,
        };
        return (state, accessKeyId);
    }

    private static BdrcContext Build(EndpointSelection place, string? accessKeyId, ContextState state) =>
        Build(place.Region, place.Endpoint ?? throw EndpointSelection.NoRegion(), accessKeyId, state, isSandbox: false);

    internal static BdrcContext Build(string? region, Uri endpoint, string? accessKeyId, ContextState state, bool isSandbox)
    {
        var context = new BdrcContext(
            region, endpoint, accessKeyId is null ? string.Empty : AccessCredentials.Mask(accessKeyId), state.Credentials.Source, isSandbox);
        ContextState.Attach(context, state);
        return context;
    }

    private static CredentialContext WithProxy(
        CredentialContext environment, Uri proxy, System.Net.NetworkCredential? credential) => environment with
        {
            // What was fetched on another way is not kept for this one.
            Chains = new(StringComparer.Ordinal),
            Transport = new HttpMessageInvoker(SocketHandlerFactory.Create(new System.Net.WebProxy(proxy) { Credentials = credential })),
        };
}
