using System.Globalization;
using System.Management.Automation;

namespace Bdrc.Pipeline;

/// <summary>Which of the quiet streams the user listens to, by -Verbose and -Debug or the preference variables.</summary>
internal sealed class StreamPreferences
{
    private readonly bool _verbose;
    private readonly bool _debug;

    private StreamPreferences(bool verbose, bool debug)
    {
        _verbose = verbose;
        _debug = debug;
    }

    /// <summary>Read on the pipeline thread, which alone may ask for variables.</summary>
    public static StreamPreferences Of(PSCmdlet command) =>
        new(IsOn(command, "Verbose", "VerbosePreference"), IsOn(command, "Debug", "DebugPreference"));

    public bool Shows(BdrcDiagnosticLevel level) => level switch
    {
        BdrcDiagnosticLevel.Verbose => _verbose,
        BdrcDiagnosticLevel.Debug => _debug,
        _ => true,
    };

    private static bool IsOn(PSCmdlet command, string parameter, string variable)
    {
        if (command.MyInvocation.BoundParameters.TryGetValue(parameter, out var given) && given is SwitchParameter choice)
            return choice.IsPresent;

        // What cannot be read as a preference is left to the engine.
        return !LanguagePrimitives.TryConvertTo(command.GetVariableValue(variable), CultureInfo.InvariantCulture, out ActionPreference preference)
            || preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }
}
