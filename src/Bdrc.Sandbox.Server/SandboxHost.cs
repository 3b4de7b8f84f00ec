using Bdrc.Sandbox.Server.Identity;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Bdrc.Sandbox.Server;

/// <summary>Serves a sandbox and its identity services over HTTP with Kestrel.</summary>
public static class SandboxHost
{
    private const long MaxBody = 16 * 1024 * 1024;

    /// <summary>Large enough for all targets that clients send, so that the sandbox itself reports errors in them.</summary>
    private const int MaxTarget = 128 * 1024;

    /// <summary>Builds a server for a sandbox and new identity services with their default settings.</summary>
    /// <inheritdoc cref="Build(IdentityServices, string)"/>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="urls">The addresses to listen on, separated by semicolons; port 0 for any free port.</param>
    public static WebApplication Build(BdrcSandbox sandbox, string urls) => Build(new IdentityServices(sandbox), urls);

    /// <summary>
    /// Builds a server for identity services and their sandbox. Start it, then read its address with <see cref="AddressOf"/>.
    /// Configuration files and environment variables have no effect on it.
    /// </summary>
    /// <param name="identity">The identity services.</param>
    /// <param name="urls">The addresses to listen on, separated by semicolons; port 0 for any free port.</param>
    /// <exception cref="ArgumentException">An address is not a loopback address; the message names the allowed ones.</exception>
    public static WebApplication Build(IdentityServices identity, string urls)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var addresses = LoopbackAddresses.Parse(urls);

        // An empty builder has no logging, so standard output contains only what the program prints.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls([.. addresses]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Limits.MaxRequestLineSize = MaxTarget;
            kestrel.Limits.MaxRequestBufferSize = MaxBody;
        });
        var app = builder.Build();
        app.Run(context => RespondAsync(identity, context));
        return app;
    }

    /// <summary>The first address that a started server listens on, with the actual port.</summary>
    /// <param name="app">A started server.</param>
    public static Uri AddressOf(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return new Uri(addresses?.Addresses.FirstOrDefault() ?? throw new InvalidOperationException("The server was not started."));
    }

    private static async Task RespondAsync(IdentityServices identity, HttpContext context)
    {
        var request = await ReadRequestAsync(context).ConfigureAwait(false);
        var response = await identity.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
        if (response.Reset)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.StatusCode;
        context.Response.ContentType = response.ContentType;
        context.Response.ContentLength = response.Body.Length;
        foreach (var header in response.Headers)
            context.Response.Headers[header.Key] = header.Value;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<SandboxRequest> ReadRequestAsync(HttpContext context)
    {
        var headers = new List<KeyValuePair<string, string>>(context.Request.Headers.Count);
        foreach (var (name, values) in context.Request.Headers)
        {
            foreach (var value in values)
                headers.Add(new KeyValuePair<string, string>(name, value ?? string.Empty));
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return new SandboxRequest(
            context.Request.Method, RawTarget(context), context.Request.Headers.Host.ToString(), headers, body.ToArray());
    }

    /// <summary>Path and query as sent. Kestrel's own path is decoded, but the signature covers the encoded one.</summary>
    private static string RawTarget(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return target;

        // The absolute form, which clients send to a proxy.
        var path = target.IndexOf('/', scheme + 3);
        return path < 0 ? "/" : target[path..];
    }
}
