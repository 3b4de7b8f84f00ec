using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Web;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Operations;

namespace Bdrc.Simulation;

/// <summary>Implements DescribeTask and DescribeTasks on a fixed set of tasks with the quota of the sandbox, and counts requests.</summary>
internal sealed class SimulatedService(VirtualTime time, IReadOnlyList<SimulatedTask> tasks) : HttpMessageHandler
{
    private readonly OperationQuota _quota = new(10);
    private readonly Dictionary<string, SimulatedTask> _byId = tasks.ToDictionary(task => task.Model.TaskId, StringComparer.Ordinal);
    private readonly RequestRate _rate = new();

    public int Requests { get; private set; }

    /// <summary>How many requests were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>The most requests of one operation within any second.</summary>
    public int PeakRate => _rate.Peak;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var uri = request.RequestUri!;
        var operation = request.Headers.GetValues("x-acs-action").Single();
        var single = operation == "DescribeTask";
        Requests++;
        _rate.Note(operation, time.Elapsed);
        try
        {
            _quota.Consume(operation, time.GetUtcNow());
        }
        catch (PlatformException refusal)
        {
            Refused++;
            return Task.FromResult(Refuse(refusal));
        }

        return Task.FromResult(single
            ? Respond(json => Write(json, _byId[uri.Segments[^1]]))
            : Respond(json => WritePage(json, HttpUtility.ParseQueryString(uri.Query))));
    }

    private void WritePage(Utf8JsonWriter json, NameValueCollection query)
    {
        var status = query["TaskStatus"];
        var size = int.Parse(query["MaxResults"]!, CultureInfo.InvariantCulture);
        var place = query["NextToken"] is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : tasks.Count - 1;
        var now = time.GetUtcNow();
        json.WriteStartObject();
        json.WriteStartArray("Content");
        for (; place >= 0 && size > 0; place--)
        {
            if (status is not null && tasks[place].Model.Status(now) != status)
                continue;

            Write(json, tasks[place]);
            size--;
        }

        json.WriteEndArray();
        if (place >= 0)
            json.WriteString("NextToken", place.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, SimulatedTask task)
    {
        var now = time.GetUtcNow();
        json.WriteStartObject();
        json.WriteString("TaskId", task.Model.TaskId);
        json.WriteString("TaskType", task.Model.TaskType);
        json.WriteString("TaskStatus", task.Model.Status(now));
        json.WriteNumber("Progress", task.Progress(now));
        json.WriteEndObject();
    }

    private static HttpResponseMessage Respond(Action<Utf8JsonWriter> writeData)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("RequestId", "00000000-0000-0000-0000-000000000000");
            json.WritePropertyName("Data");
            writeData(json);
            json.WriteEndObject();
        }

        return Response(HttpStatusCode.OK, body.ToArray());
    }

    private static HttpResponseMessage Refuse(PlatformException refusal)
    {
        var response = Response((HttpStatusCode)refusal.Status, ErrorBody.Write(refusal.Code, refusal.Message, "none", "none"));
        if (refusal.RetryAfter is { } wait)
            response.Headers.Add("x-acs-retry-after", Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private static HttpResponseMessage Response(HttpStatusCode status, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(status) { Content = content };
    }
}

/// <summary>The highest number of requests of one operation in any second.</summary>
internal sealed class RequestRate
{
    private readonly Dictionary<string, Queue<TimeSpan>> _recent = new(StringComparer.Ordinal);

    public int Peak { get; private set; }

    public void Note(string operation, TimeSpan now)
    {
        if (!_recent.TryGetValue(operation, out var recent))
            _recent.Add(operation, recent = new Queue<TimeSpan>());
        while (recent.Count > 0 && now - recent.Peek() >= TimeSpan.FromSeconds(1))
            recent.Dequeue();
        recent.Enqueue(now);
        Peak = Math.Max(Peak, recent.Count);
    }
}
