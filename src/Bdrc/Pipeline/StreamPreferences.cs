using System.Globalization;
using System.Management.Automation;

namespace Bdrc.Pipeline;

/// <summary>Whether the verbose and debug streams are shown, by -Verbose and -Debug or the preference variables.</summary>
internal sealed class StreamPreferences
{
    private readonly bool _verbose;
    private readonly bool _debug;

    private StreamPreferences(bool verbose, bool debug)
    {
        _verbose = verbose;
        _debug = debug;
    }

    /// <summary>Reads the preferences. Only the pipeline thread may read variables.</summary>
    public static StreamPreferences Of(PSCmdlet command) =>
        new(IsOn(command, "Verbose", "VerbosePreference"), IsOn(command, "Debug", "DebugPreference"));

    public bool Shows(BdrcDiagnosticLevel level) => level switch
    {
        BdrcDiagnosticLevel.Verbose => _verbose,
        BdrcDiagnosticLevel.Debug => _debug,
        _ => true,
    };

    /// <summary>Whether warnings are shown, by -WarningAction or the preference variable.</summary>
    /// <param name="command">The command.</param>
    public static bool ShowsWarnings(PSCmdlet command) =>
        !LanguagePrimitives.TryConvertTo(
            command.MyInvocation.BoundParameters.TryGetValue("WarningAction", out var given)
                ? given
                : command.GetVariableValue("WarningPreference"),
            CultureInfo.InvariantCulture,
            out ActionPreference preference)
        || preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    private static bool IsOn(PSCmdlet command, string parameter, string variable)
    {
        if (command.MyInvocation.BoundParameters.TryGetValue(parameter, out var given) && given is SwitchParameter { IsPresent: var isOn })
            return isOn;

        // A value that is no preference is left to the engine: the message is written.
        var value = command.GetVariableValue(variable);
        return !LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out ActionPreference preference)
            || preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }
}
