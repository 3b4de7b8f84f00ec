using System.Text.Json;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Errors;

/// <summary>The platform's error form.</summary>
internal static class ErrorBody
{
    public static byte[] Write(string code, string message, string requestId, string host)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SandboxJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("Code", code);
            json.WriteString("Message", message);
            json.WriteString("RequestId", requestId);
            json.WriteString("HostId", host);
            json.WriteString("Recommend", $"https://api.aliyun.com/troubleshoot?q={Uri.EscapeDataString(code)}&product=BDRC&requestId={requestId}");
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
