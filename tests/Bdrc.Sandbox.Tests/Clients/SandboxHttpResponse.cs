using System.Net.Http.Headers;
using System.Text.Json;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>A response with the members that tests read.</summary>
public sealed class SandboxHttpResponse
{
    private SandboxHttpResponse(int status, string text, HttpResponseHeaders headers)
    {
        Status = status;
        Text = text;
        Headers = headers;
    }

    public int Status { get; }

    public string Text { get; }

    public HttpResponseHeaders Headers { get; }

    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
    }

    public string? Code => Json.TryGetProperty("Code", out var code) ? code.GetString() : null;

    public string Message => Json.GetProperty("Message").GetString()!;

    /// <summary>The Data member of a successful response.</summary>
    public JsonElement Data
    {
        get
        {
            Assert.True(Status == 200, Text);
            return Json.GetProperty("Data");
        }
    }

    public IReadOnlyList<JsonElement> Content => [.. Data.GetProperty("Content").EnumerateArray()];

    public string NextToken => Data.GetProperty("NextToken").GetString()!;

    public string TaskId => Data.GetProperty("TaskId").GetString()!;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.Single() : null;

    public void MustBe(int status, string? code = null)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Text}");
        if (code is not null)
            Assert.Equal(code, Code);
    }

    public static async Task<SandboxHttpResponse> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers);
}

/// <summary>Reads members of JSON objects.</summary>
public static class JsonElementExtensions
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static long Number(this JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
