using System.Net.Http.Headers;
using System.Text.Json;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>An answer, taken apart.</summary>
public sealed class Answer
{
    private Answer(int status, string text, HttpResponseHeaders headers)
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

    /// <summary>The data of a call that must have gone well.</summary>
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

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers);
}
