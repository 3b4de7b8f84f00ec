using System.Globalization;
using System.Text.Json;
using Bdrc.Sandbox.Json;

namespace Bdrc.Sandbox.Errors;

/// <summary>An error with the platform's status and code; it becomes an error response.</summary>
internal sealed class PlatformException(int status, string code, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    public SandboxResponse ToResponse(string requestId, string host)
    {
        var response = new SandboxResponse(Status, SandboxResponse.Json, ErrorBody.Write(Code, Message, requestId, host));
        if (RetryAfter is { } wait)
            response.WithHeader("x-acs-retry-after", Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }
}

/// <summary>The JSON body of the platform's error responses.</summary>
internal static class ErrorBody
{
    public static byte[] Write(string code, string message, string requestId, string host)
    {
        var recommend = $"https://api.aliyun.com/troubleshoot?q={Uri.EscapeDataString(code)}&product=BDRC&requestId={requestId}";
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SandboxJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("Code", code);
            json.WriteString("Message", message);
            json.WriteString("RequestId", requestId);
            json.WriteString("HostId", host);
            json.WriteString("Recommend", recommend);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
