using Bdrc.Core.Credentials;
using Bdrc.Core.Pipeline;
using Bdrc.Text;

namespace Bdrc.Core.Contexts;

/// <summary>Makes contexts: explicit values first, then the environment. Nothing is called.</summary>
public static class ContextFactory
{
    /// <summary>Makes a context for the service.</summary>
    /// <param name="request">What the user gave.</param>
    /// <exception cref="BdrcException">Something is missing or not well formed; the message names every place looked at.</exception>
    public static BdrcContext Create(ContextRequest request) => Create(request, CredentialEnvironment.Process);

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
            Settings = CallSettings.Of(patience),
            Environment = new CredentialEnvironment { Transport = invoker },
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
        var endpoint = state.EndpointIsFixed ? context.Endpoint : state.UsesVpc ? EndpointResolver.ForVpc(region) : EndpointResolver.ForRegion(region);
        var moved = new BdrcContext(region, endpoint, context.AccessKeyId, context.CredentialSource, context.IsSandbox);
        ContextState.Attach(moved, state);
        return moved;
    }

    internal static BdrcContext Create(ContextRequest request, CredentialEnvironment environment)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        var usesVpc = request.UseVpcEndpoint
            || string.Equals(environment.Variable("ALIBABA_CLOUD_ENDPOINT_TYPE"), "vpc", StringComparison.OrdinalIgnoreCase);

        // Where the call goes is checked first: it costs nothing and concerns no secret.
        var region = request.Region ?? RegionSearch.Find(request, environment);
        if (region is not null)
            EndpointResolver.CheckRegion(region);
        var (endpoint, isFixed) = ResolveEndpoint(request, region, usesVpc, environment);
        if (request.Proxy is not null)
        {
            ProxyAddress.Check(request.Proxy);
            environment = WithProxy(environment, request.Proxy, request.ProxyCredential);
        }

        var (provider, accessKeyId) = CredentialSelection.Choose(request, environment);
        var state = new ContextState(provider)
        {
            EndpointIsFixed = isFixed,
            Settings = CallSettings.Of(request),
            UsesVpc = usesVpc,
            Environment = environment,
            Transport = request.Proxy is null ? null : environment.Network,
        };
        return Build(region, endpoint, accessKeyId, state, isSandbox: false);
    }

    internal static BdrcContext Build(string? region, Uri endpoint, string? accessKeyId, ContextState state, bool isSandbox)
    {
        var context = new BdrcContext(
            region, endpoint, accessKeyId is null ? string.Empty : AccessCredentials.Mask(accessKeyId), state.Credentials.Source, isSandbox);
        ContextState.Attach(context, state);
        return context;
    }

    private static CredentialEnvironment WithProxy(
        CredentialEnvironment environment, Uri proxy, System.Net.NetworkCredential? credential) => new()
        {
            ReadVariable = environment.ReadVariable,
            Files = environment.Files,
            Processes = environment.Processes,
            Clock = environment.Clock,
            Jitter = environment.Jitter,
            MetadataAddress = environment.MetadataAddress,
            StsAddress = environment.StsAddress,
            OAuthAddress = environment.OAuthAddress,
            Transport = new HttpMessageInvoker(
                Pipeline.NetworkHandlers.Create(new System.Net.WebProxy(proxy) { Credentials = credential })),
        };

    private static (Uri Endpoint, bool IsFixed) ResolveEndpoint(
        ContextRequest request, string? region, bool usesVpc, CredentialEnvironment environment)
    {
        if (request.Endpoint is not null)
            return (EndpointResolver.FromOverride("-Endpoint", request.Endpoint), true);
        if (environment.Variable(EnvironmentNames.Endpoint) is { } fromEnvironment)
            return (EndpointResolver.FromOverride(EnvironmentNames.Endpoint, fromEnvironment), true);
        if (region is not null)
            return (usesVpc ? EndpointResolver.ForVpc(region) : EndpointResolver.ForRegion(region), false);

        throw new BdrcException(
            BdrcErrorKind.InvalidArgument,
            "NoRegion",
            Messages.NoRegion.Fill(EnvironmentNames.Region, EnvironmentNames.Endpoint))
        {
            RecommendedAction = Messages.NoRegionAdvice,
        };
    }
}
