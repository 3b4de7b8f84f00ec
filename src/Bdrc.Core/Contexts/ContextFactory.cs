using Bdrc.Core.Credentials;
using Bdrc.Core.Pipeline;

namespace Bdrc.Core.Contexts;

/// <summary>Makes contexts: explicit values first, then the environment. Nothing is called.</summary>
public static class ContextFactory
{
    /// <summary>Makes a context for the service.</summary>
    /// <param name="request">What the user gave.</param>
    /// <exception cref="BdrcException">Something is missing or not well formed; the message names every place looked at.</exception>
    public static BdrcContext Create(ContextRequest request) => Create(request, Environment.GetEnvironmentVariable);

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
        var state = new ContextState(provider)
        {
            Transport = new HttpMessageInvoker((HttpMessageHandler)transport),
            EndpointIsFixed = true,
            Settings = CallSettings.Of(patience),
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
        var endpoint = state.EndpointIsFixed ? context.Endpoint : EndpointResolver.ForRegion(region);
        var moved = new BdrcContext(region, endpoint, context.AccessKeyId, context.CredentialSource, context.IsSandbox);
        ContextState.Attach(moved, state);
        return moved;
    }

    internal static BdrcContext Create(ContextRequest request, Func<string, string?> environment)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        // Where the call goes is checked first: it costs nothing and concerns no secret.
        var region = request.Region ?? NullIfEmpty(environment(EnvironmentNames.Region));
        if (region is not null)
            EndpointResolver.CheckRegion(region);
        var (endpoint, isFixed) = ResolveEndpoint(request, region, environment);
        var (source, credentials) = ResolveCredentials(request, environment);
        var state = new ContextState(new StaticCredentialProvider(source, credentials))
        {
            EndpointIsFixed = isFixed,
            Settings = CallSettings.Of(request),
        };
        return Build(region, endpoint, credentials.AccessKeyId, state, isSandbox: false);
    }

    internal static BdrcContext Build(string? region, Uri endpoint, string accessKeyId, ContextState state, bool isSandbox)
    {
        var context = new BdrcContext(
            region, endpoint, AccessCredentials.Mask(accessKeyId), state.Credentials.Source, isSandbox);
        ContextState.Attach(context, state);
        return context;
    }

    private static (Uri Endpoint, bool IsFixed) ResolveEndpoint(
        ContextRequest request, string? region, Func<string, string?> environment)
    {
        if (request.Endpoint is not null)
            return (EndpointResolver.FromOverride("-Endpoint", request.Endpoint), true);
        if (NullIfEmpty(environment(EnvironmentNames.Endpoint)) is { } fromEnvironment)
            return (EndpointResolver.FromOverride(EnvironmentNames.Endpoint, fromEnvironment), true);
        if (region is not null)
            return (EndpointResolver.ForRegion(region), false);

        throw new BdrcException(
            BdrcErrorKind.InvalidArgument,
            "NoRegion",
            $"No region is known. Looked at: -Region, the context of Connect-Bdrc, {EnvironmentNames.Region}, -Endpoint, {EnvironmentNames.Endpoint}.")
        {
            RecommendedAction = "Give -Region, for example: Connect-Bdrc -Region cn-shanghai.",
        };
    }

    private static (string Source, AccessCredentials Credentials) ResolveCredentials(
        ContextRequest request, Func<string, string?> environment)
    {
        if (request.AccessKeyId is not null || request.AccessKeySecret is not null)
        {
            return ("parameters", CredentialValidation.Check(
                "-AccessKeyId", "-AccessKeySecret", request.AccessKeyId, request.AccessKeySecret, request.SecurityToken));
        }

        var id = NullIfEmpty(environment(EnvironmentNames.AccessKeyId));
        var secret = NullIfEmpty(environment(EnvironmentNames.AccessKeySecret));
        if (id is null && secret is null)
        {
            throw new BdrcException(
                BdrcErrorKind.Authentication,
                "NoCredentials",
                $"No credentials were found. Looked at: -AccessKeyId and -AccessKeySecret, the context of Connect-Bdrc, {EnvironmentNames.AccessKeyId} and {EnvironmentNames.AccessKeySecret}.")
            {
                RecommendedAction = "Set the two environment variables, or run Connect-Bdrc; to try the module without an account: Connect-Bdrc -Sandbox.",
            };
        }

        return ("environment", CredentialValidation.Check(
            EnvironmentNames.AccessKeyId,
            EnvironmentNames.AccessKeySecret,
            id,
            secret,
            environment(EnvironmentNames.SecurityToken)));
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
