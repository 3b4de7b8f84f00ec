using System.Globalization;

namespace Bdrc.Sandbox.Server;

/// <summary>The options of the command line.</summary>
public sealed class SandboxServerOptions
{
    /// <summary>The text of <c>--help</c>.</summary>
    public const string Usage = """
        Bdrc.Sandbox.Server: an in-memory BDRC that clients call over HTTP.

          --urls <addresses>           addresses to listen on; default http://127.0.0.1:5080; port 0: any free port
          --access-key-id <text>       access key id that is accepted
          --access-key-secret <text>   secret of that key
          --task-duration <time>       duration of a task: seconds, or a time such as 00:01:30; default 2
          --task-concurrency <mode>    which tasks of one type run side by side; others are refused: per-target (one for each
                                       resource or type of resources), per-type (one), unlimited; default per-target
          --resources <number>         resources of the account, 0 to 1000000; default 200
          --finished-tasks <number>    finished tasks at the start, 0 to 1000000; default 0
          --requests-per-second <n>    quota of each operation, 0: no quota; default 10
          --help                       show this help

        The same address serves the identity services that issue keys: STS at /identity/sts, instance metadata at
        /identity/metadata, a credentials URI at /identity/credentials, id tokens of GitHub and Azure DevOps at
        /identity/github/token and /identity/azure/oidctoken, CloudSSO at /identity/cloudsso and OAuth at /identity/oauth.

        Ctrl+C stops the server. Exit code: 0; 1 when it cannot listen; 2 for an invalid option.
        """;

    private static readonly Dictionary<string, Action<SandboxServerOptions, string>> Setters = new(StringComparer.Ordinal)
    {
        ["--urls"] = (options, text) => options.Urls = text,
        ["--access-key-id"] = (options, text) => options.Sandbox.AccessKeyId = text,
        ["--access-key-secret"] = (options, text) => options.Sandbox.AccessKeySecret = text,
        ["--task-duration"] = (options, text) => options.Sandbox.TaskDuration = Duration(text),
        ["--task-concurrency"] = (options, text) => options.Sandbox.TaskConcurrency = Concurrency(text),
        ["--resources"] = (options, text) => options.Sandbox.Resources = Number(text),
        ["--finished-tasks"] = (options, text) => options.Sandbox.FinishedTasks = Number(text),
        ["--requests-per-second"] = (options, text) => options.Sandbox.RequestsPerSecond = Number(text),
    };

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The options of the sandbox.</summary>
    public SandboxOptions Sandbox { get; } = new();

    /// <summary>Whether the help was requested.</summary>
    public bool Help { get; private set; }

    /// <summary>Reads a command line: <c>--name value</c> or <c>--name=value</c>.</summary>
    /// <param name="args">The arguments.</param>
    /// <exception cref="ArgumentException">An option or its value is not valid. The message names what is allowed.</exception>
    public static SandboxServerOptions Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new SandboxServerOptions();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--help" or "-h" or "-?")
            {
                options.Help = true;
                continue;
            }

            var separator = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = separator < 0 ? args[i] : args[i][..separator];
            if (!Setters.TryGetValue(name, out var set))
            {
                throw new ArgumentException(
                    $"Unknown option '{name}'; allowed are {string.Join(", ", Setters.Keys)} and --help.", nameof(args));
            }

            if (separator < 0 && i + 1 == args.Count)
                throw new ArgumentException($"{name} needs a value.", nameof(args));
            Set(options, set, name, separator < 0 ? args[++i] : args[i][(separator + 1)..]);
        }

        return options;
    }

    private static void Set(SandboxServerOptions options, Action<SandboxServerOptions, string> set, string name, string text)
    {
        try
        {
            set(options, text);
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"{name} cannot be '{text}'; {exception.Message}", nameof(text), exception);
        }
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000
            ? number
            : throw new FormatException("a whole number from 0 to 1000000 is allowed.");

    private static TaskConcurrency Concurrency(string text) => text switch
    {
        "per-target" => TaskConcurrency.PerTarget,
        "per-type" => TaskConcurrency.PerType,
        "unlimited" => TaskConcurrency.Unlimited,
        _ => throw new FormatException("per-target, per-type and unlimited are allowed."),
    };

    private static TimeSpan Duration(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 604_800)
            return TimeSpan.FromSeconds(seconds);
        return text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time)
            && time >= TimeSpan.Zero
                ? time
                : throw new FormatException("seconds such as 5 or 0.5, or a time such as 00:01:30, are allowed, up to 7 days.");
    }
}
