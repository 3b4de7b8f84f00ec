using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bdrc.Benchmarks.Responses;

/// <summary>A bare Kestrel that responds from memory, in its own process so that its work is not measured.</summary>
internal static class CannedService
{
    /// <summary>Writes its address, then serves until standard input ends.</summary>
    public static async Task RunAsync()
    {
        var responses = new CannedResponses();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.Run(context => RespondAsync(context, responses));
        await application.StartAsync().ConfigureAwait(false);
        await Console.Out.WriteLineAsync(application.Urls.First()).ConfigureAwait(false);
        await Console.In.ReadToEndAsync().ConfigureAwait(false);
        await application.StopAsync().ConfigureAwait(false);
    }

    private static async Task RespondAsync(HttpContext context, CannedResponses responses)
    {
        var path = context.Request.Path.Value;
        var query = context.Request.Query;
        var body = path is "/api/v1/tasks" or "/api/v1/resources"
            ? responses.Page(path.EndsWith("resources", StringComparison.Ordinal), Number(query["MaxResults"]), Number(query["NextToken"]))
            : responses.OneTask;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body).ConfigureAwait(false);
    }

    private static int Number(string? text) => string.IsNullOrEmpty(text) ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
}
