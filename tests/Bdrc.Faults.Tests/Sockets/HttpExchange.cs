using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Bdrc.Sandbox;

namespace Bdrc.Faults.Tests.Sockets;

/// <summary>One request on a raw connection, with the ways to respond to it.</summary>
internal sealed class HttpExchange(Socket socket, NetworkStream stream, SandboxRequest request, FaultyServer server)
{
    public SandboxRequest Request => request;

    public static async Task<SandboxRequest?> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, stop) == 0)
                return null;
            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1])).ToList();
        var length = headers.Find(header => header.Key.Equals("content-length", StringComparison.OrdinalIgnoreCase)).Value ?? "0";
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop);
        var host = headers.Find(header => header.Key.Equals("host", StringComparison.OrdinalIgnoreCase)).Value;
        return new SandboxRequest(start[0], start[1], host, headers, body);
    }

    /// <summary>Executes the request in the sandbox.</summary>
    public Task<SandboxResponse> ExecuteAsync(CancellationToken stop) => server.Sandbox.HandleAsync(request, stop);

    /// <summary>Expires the timeouts of the client.</summary>
    public void ExpireTimeouts() => server.Clock.ExpireTimeouts();

    /// <summary>Sends the regular response.</summary>
    public async Task RespondAsync(CancellationToken stop) => await WriteAsync(await ExecuteAsync(stop), stop);

    public async Task WriteAsync(SandboxResponse response, CancellationToken stop)
    {
        if (response.Reset)
        {
            Reset();
            return;
        }

        var extra = string.Concat(response.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        await WriteAsync(response.StatusCode, response.Body, $"Content-Type: {response.ContentType ?? "text/plain"}\r\n{extra}", stop);
    }

    public async Task WriteAsync(int status, byte[] body, string headers, CancellationToken stop)
    {
        await SendAsync($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\n{headers}Connection: close\r\n\r\n", stop);
        await stream.WriteAsync(body, stop);
    }

    public async Task SendAsync(string text, CancellationToken stop) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);

    /// <summary>Sets the clock of the service ahead and refuses the request because of it.</summary>
    public async Task RefuseForClockAsync(TimeSpan ahead, byte[] body, CancellationToken stop)
    {
        server.Sandbox.Faults.ClockSkew = ahead;
        var date = (DateTimeOffset.UtcNow + ahead).ToString("r", CultureInfo.InvariantCulture);
        await WriteAsync(400, body, $"Date: {date}\r\n", stop);
    }

    /// <summary>Resets the connection.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    private static bool EndsHead(List<byte> head) =>
        head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n';
}
