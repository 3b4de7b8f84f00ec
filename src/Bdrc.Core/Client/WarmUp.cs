using System.Text.Json;
using Bdrc.Core.Http;
using Bdrc.Core.Json;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Client;

/// <summary>
/// Runs the handlers, the response parser and the signer once, each on another thread, while the command binds its parameters.
/// Most of the time of a first call is spent on code that runs for the first time.
/// </summary>
internal static class WarmUp
{
    private static int _started;

    public static void Start()
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
            return;

        _ = Task.Run(static () => HttpPipeline.Prepare());
        _ = Task.Run(static () => JsonSerializer.Deserialize(
            """{"Data":{"TaskId":"","Progress":0,"StartTime":0}}""", BdrcJson.TypeInfo<Envelope<BdrcTask>>()));
        _ = Task.Run(static () => Acs3Signer.Authorize(new SignableRequest("GET", "/", string.Empty), "id", "secret"));
    }
}
