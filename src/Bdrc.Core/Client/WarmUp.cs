using System.Text.Json;
using Bdrc.Core.Http;
using Bdrc.Core.Json;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Client;

/// <summary>
/// Most of the first call's time goes into code that runs for the first time. The chain, the reader of answers and the signer
/// do not depend on one another, so each is prepared on a thread of its own while the command binds its parameters.
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
