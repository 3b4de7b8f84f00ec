using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bdrc.Benchmarks.Answers;

/// <summary>A bare Kestrel that answers from memory. It runs in a process of its own, so that its work is in no figure.</summary>
internal static class CannedService
{
    /// <summary>Serves until standard input ends; prints its address first.</summary>
    public static async Task RunAsync()
    {
        var answers = new CannedAnswers();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.Run(context => AnswerAsync(context, answers));
        await application.StartAsync().ConfigureAwait(false);
        await Console.Out.WriteLineAsync(application.Urls.First()).ConfigureAwait(false);
        await Console.In.ReadToEndAsync().ConfigureAwait(false);
        await application.StopAsync().ConfigureAwait(false);
    }

    private static async Task AnswerAsync(HttpContext context, CannedAnswers answers)
    {
        var path = context.Request.Path.Value;
        var query = context.Request.Query;
        var body = path is "/api/v1/tasks" or "/api/v1/resources"
            ? answers.Page(path.EndsWith("resources", StringComparison.Ordinal), Number(query["MaxResults"]), Number(query["NextToken"]))
            : answers.OneTask;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body).ConfigureAwait(false);
    }

    private static int Number(string? text) => string.IsNullOrEmpty(text) ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
}
