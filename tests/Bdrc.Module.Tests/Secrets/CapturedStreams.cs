using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>Everything that a script wrote, stream by stream.</summary>
internal sealed class CapturedStreams
{
    private readonly Dictionary<string, string> _streams = new(StringComparer.Ordinal);

    private CapturedStreams(IReadOnlyList<ErrorRecord> errors) => Errors = errors;

    public IReadOnlyList<ErrorRecord> Errors { get; }

    public IEnumerable<KeyValuePair<string, string>> All => _streams;

    public string this[string stream] => _streams[stream];

    /// <summary>Runs a script and captures its streams.</summary>
    public static CapturedStreams Capture(PowerShell shell)
    {
        var (output, errors) = Engine.Invoke(shell);
        var objects = output.Where(item => item is not null).ToList();
        return new CapturedStreams(errors)
        {
            _streams =
            {
                ["output"] = ObjectText.Of(objects),
                ["output, serialized"] = string.Join('\n', objects.Select(ObjectText.Serialize)),
                ["error"] = ObjectText.Of(errors),
                ["error, serialized"] = string.Join('\n', errors.Select(ObjectText.Serialize)),
                ["verbose"] = ObjectText.Of(shell.Streams.Verbose),
                ["debug"] = ObjectText.Of(shell.Streams.Debug),
                ["warning"] = ObjectText.Of(shell.Streams.Warning),
                ["information"] = ObjectText.Of(shell.Streams.Information),
                ["progress"] = ObjectText.Of(shell.Streams.Progress),
            },
        };
    }
}
