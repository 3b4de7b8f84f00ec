using System.IO.Compression;
using System.Text;
using Bdrc.Faults.Tests.Sockets;

namespace Bdrc.Faults.Tests.Matrix;

/// <summary>All faults and their effects.</summary>
internal static class FaultCatalogue
{
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        .. ConnectFaults.All(),
        .. Connections(),
        .. Timeouts(),
        .. Bodies(),
        .. Statuses(),
        .. Throttling(),
        .. UnusualResponses(),
    ];

    private static IEnumerable<FaultCase> Connections()
    {
        yield return Case("reset before execution", Effect.Lost, (exchange, _) => Do(exchange.Reset));
        yield return Case("reset after execution", Effect.Lost, async (exchange, stop) =>
        {
            await exchange.ExecuteAsync(stop);
            exchange.Reset();
        });
        yield return Case("reset in the middle of the body", Effect.Lost, async (exchange, stop) =>
        {
            await exchange.ExecuteAsync(stop);
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"Data\":", stop);
            await Task.Yield();
            exchange.Reset();
        });
        yield return Case("half-closed without a response", Effect.Lost, (_, _) => Task.CompletedTask);
        yield return Case("Content-Length longer than the body", Effect.Lost, async (exchange, stop) =>
        {
            await exchange.ExecuteAsync(stop);
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n{\"Data\":{}}", stop);
        });
        yield return Case("broken chunk", Effect.Lost, (exchange, stop) =>
            exchange.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", stop));
        yield return Case("not HTTP at all", Effect.Lost, (exchange, stop) => exchange.SendAsync("SSH-2.0-OpenSSH_9.9\r\n\r\n", stop));
    }

    private static IEnumerable<FaultCase> Timeouts()
    {
        yield return Case("no response", Effect.Lost, (exchange, stop) =>
        {
            exchange.ExpireTimeouts();
            return Task.Delay(Timeout.Infinite, stop);
        });
        yield return Case("a response that arrives byte by byte", Effect.Lost, DripAsync);
    }

    private static async Task DripAsync(HttpExchange exchange, CancellationToken stop)
    {
        await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", stop);
        for (var sent = 0; true; sent++)
        {
            if (sent == 3)
                exchange.ExpireTimeouts();
            await exchange.SendAsync(" ", stop);
            await Task.Delay(10, stop);
        }
    }

    private static IEnumerable<FaultCase> Bodies()
    {
        yield return Executed("gzip that is none", Effect.Lost, "{}", "Content-Encoding: gzip\r\n");
        yield return Case("gzip cut off", Effect.Lost, async (exchange, stop) =>
        {
            await exchange.ExecuteAsync(stop);
            await exchange.WriteAsync(200, Gzip(TaskResponse("\"TaskStatus\":\"RUNNING\""))[..^12], "Content-Encoding: gzip\r\n", stop);
        });
        yield return Executed("200 with a page", Effect.Unreadable, "<html>Welcome to the proxy</html>");
        yield return Executed("200 with an error", Effect.Unreadable, Error("InvalidParameter"));
        yield return Executed("200 cut off", Effect.Unreadable, "{\"RequestId\":\"R\",\"Data\":{\"Ta");
        yield return Executed("200 nested too deep", Effect.Unreadable, "{\"Data\":" + new string('[', 5000) + new string(']', 5000) + "}");
        yield return Executed("200 with a number for the object", Effect.Unreadable, "5");
        yield return Executed(
            "200 that is not UTF-8", Effect.Unreadable, "{\"Data\":{\"TaskId\":\"\u00ff\u00fe\"}}", encoding: Encoding.Latin1);
        yield return Responded("500 of 10 MB", Effect.Lost, 500, new string('x', 10 * 1024 * 1024));
    }

    private static IEnumerable<FaultCase> Statuses()
    {
        foreach (var status in (int[])[500, 502, 503, 504])
        {
            yield return Responded($"{status} in the platform's format", Effect.Lost, status, Error("InternalError"));
            yield return Responded($"{status} with a page", Effect.Lost, status, "<html><h1>Gateway</h1></html>");
            yield return Responded($"{status} with nothing", Effect.Lost, status, string.Empty);
        }

        yield return Responded("408", Effect.Lost, 408, string.Empty);
        yield return Responded("302", Effect.Final, 302, string.Empty, "Location: http://127.0.0.1:1/\r\n");
        foreach (var (status, code) in ((int, string)[])
        [
            (400, "InvalidParameter"), (400, "SignatureDoesNotMatch"), (403, "NoPermission"), (404, "EntityNotExist.Thing"),
            (409, "Conflict"), (400, "QuotaExceeded.Category"), (400, "SignatureNonceUsed"), (404, "InvalidAccessKeyId.NotFound"),
        ])
        {
            yield return Responded($"{status} {code}", Effect.Final, status, Error(code));
        }
    }

    private static IEnumerable<FaultCase> Throttling()
    {
        yield return Responded("429 without a hint", Effect.Refused, 429, Error("Throttling.User"));
        yield return Responded("429 with x-acs-retry-after", Effect.Refused, 429, Error("Throttling.User"), "x-acs-retry-after: 900\r\n");
        yield return Responded("429 with retry-after-ms", Effect.Refused, 429, Error("Throttling"), "retry-after-ms: 900\r\n");
        yield return Responded("429 with Retry-After", Effect.Refused, 429, Error("Throttling.Api"), "Retry-After: 2\r\n");
        yield return Responded("429 with TimeLeft", Effect.Refused, 429, Error(
            "Throttling.User"), "X-RateLimit-User: Remain:0,Limit:10,Time:1000,TimeLeft:700,Reset:0\r\n");
        yield return Responded("400 Throttling.Api", Effect.Refused, 400, Error("Throttling.Api"));
        yield return Responded(
            "503 with x-acs-retry-after", Effect.Refused, 503, Error("ServiceUnavailable"), "x-acs-retry-after: 500\r\n");
        yield return Responded("429 with a hint of 90 s", Effect.Final, 429, Error("Throttling.User"), "x-acs-retry-after: 90000\r\n");
    }

    private static IEnumerable<FaultCase> UnusualResponses()
    {
        yield return Case("clock 20 min behind", Effect.Recovered, (exchange, stop) => exchange.RefuseForClockAsync(
            TimeSpan.FromMinutes(20), Encoding.UTF8.GetBytes(Error("InvalidTimeStamp.Expired")), stop));
        yield return Executed("byte order mark", Effect.Harmless, "\uFEFF" + TaskResponse("\"TaskStatus\":\"RUNNING\""));
        yield return Executed("unpaired surrogate", Effect.Harmless, TaskResponse("\"TaskStatus\":\"\\ud800\""));
        yield return Executed("fields twice", Effect.Harmless, TaskResponse("\"TaskStatus\":\"CREATED\",\"TaskStatus\":\"RUNNING\""));
        yield return Executed(
            "unknown values and fields", Effect.Harmless, TaskResponse("\"TaskStatus\":\"SLEEPING\",\"New\":{\"Deep\":[1,{\"x\":null}]}"));
        yield return Executed("numbers as text", Effect.Harmless, TaskResponse("\"Progress\":\"100\",\"StartTime\":\"1726169608\""));
        yield return Executed(
            "nulls", Effect.Harmless, TaskResponse("\"TaskStatus\":null,\"Progress\":null,\"StartTime\":null,\"ErrorMessage\":null"));
    }

    private static FaultCase Case(string name, Effect effect, Func<HttpExchange, CancellationToken, Task> fault) =>
        new(name, effect, fault);

    /// <summary>The request is executed, and another response is sent.</summary>
    private static FaultCase Executed(string name, Effect effect, string body, string headers = "", Encoding? encoding = null) =>
        Case(name, effect, async (exchange, stop) =>
        {
            await exchange.ExecuteAsync(stop);
            await exchange.WriteAsync(200, (encoding ?? Encoding.UTF8).GetBytes(body), headers, stop);
        });

    /// <summary>The request is not executed.</summary>
    private static FaultCase Responded(string name, Effect effect, int status, string body, string headers = "") =>
        Case(name, effect, (exchange, stop) => exchange.WriteAsync(status, Encoding.UTF8.GetBytes(body), headers, stop));

    private static string TaskResponse(string fields) => "{\"RequestId\":\"R-1\",\"Data\":{\"TaskId\":\"t-1\"," + fields + "}}";

    private static string Error(string code) => $$"""{"Code":"{{code}}","Message":"No.","RequestId":"R-1"}""";

    private static byte[] Gzip(string text)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
