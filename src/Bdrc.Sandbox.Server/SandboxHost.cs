using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Bdrc.Sandbox.Server;

/// <summary>A sandbox behind Kestrel.</summary>
public static class SandboxHost
{
    private const long MaxBody = 16 * 1024 * 1024;

    /// <summary>Path and query may be as long as clients send them; Kestrel's own limit would hide what the sandbox says.</summary>
    private const int MaxTarget = 128 * 1024;

    /// <summary>
    /// Builds a server over a sandbox; start it, and read where it listens with <see cref="AddressOf"/>. Nothing but the
    /// arguments decides what it does: no configuration file, no environment variable.
    /// </summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="urls">Where to listen, several addresses with semicolons between them; port 0 for any free one.</param>
    /// <exception cref="ArgumentException">An address is not a loopback address; the message says what is allowed.</exception>
    public static WebApplication Build(BdrcSandbox sandbox, string urls)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        var addresses = LoopbackAddresses.Parse(urls);

        // An empty builder: no logging, so that standard output holds what the program prints and nothing else.
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
        app.Run(context => AnswerAsync(sandbox, context));
        return app;
    }

    /// <summary>The first address a started server listens on, with its real port.</summary>
    /// <param name="app">A server that was started.</param>
    public static Uri AddressOf(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        return new Uri(addresses?.Addresses.FirstOrDefault() ?? throw new InvalidOperationException("The server was not started."));
    }

    private static async Task AnswerAsync(BdrcSandbox sandbox, HttpContext context)
    {
        var request = await TakeDownAsync(context).ConfigureAwait(false);
        var response = await sandbox.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
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

    private static async Task<SandboxRequest> TakeDownAsync(HttpContext context)
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

    /// <summary>Path and query as sent: Kestrel's own path is decoded, and what was signed is not.</summary>
    private static string RawTarget(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return target;

        // The absolute form, as clients send it to a proxy.
        var path = target.IndexOf('/', scheme + 3);
        return path < 0 ? "/" : target[path..];
    }
}
