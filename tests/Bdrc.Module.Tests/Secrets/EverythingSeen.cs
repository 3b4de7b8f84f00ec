using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>Runs a script and keeps everything that anybody could see of it, stream by stream.</summary>
internal sealed class EverythingSeen
{
    private readonly Dictionary<string, string> _streams = new(StringComparer.Ordinal);

    private EverythingSeen(IReadOnlyList<ErrorRecord> errors) => Errors = errors;

    public IReadOnlyList<ErrorRecord> Errors { get; }

    public IEnumerable<KeyValuePair<string, string>> Streams => _streams;

    public string this[string stream] => _streams[stream];

    public static EverythingSeen Of(PowerShell shell)
    {
        var (output, errors) = Engine.Invoke(shell);
        var objects = output.Where(item => item is not null).ToList();
        return new EverythingSeen(errors)
        {
            _streams =
            {
                ["output"] = ObjectText.Of(objects),
                ["output, serialised"] = string.Join('\n', objects.Select(ObjectText.Serialised)),
                ["error"] = ObjectText.Of(errors),
                ["error, serialised"] = string.Join('\n', errors.Select(ObjectText.Serialised)),
                ["verbose"] = ObjectText.Of(shell.Streams.Verbose),
                ["debug"] = ObjectText.Of(shell.Streams.Debug),
                ["warning"] = ObjectText.Of(shell.Streams.Warning),
                ["information"] = ObjectText.Of(shell.Streams.Information),
                ["progress"] = ObjectText.Of(shell.Streams.Progress),
            },
        };
    }
}
