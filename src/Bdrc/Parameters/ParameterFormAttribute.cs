namespace Bdrc.Parameters;

/// <summary>
/// One way to call a command. Parameters that no form names may be used with every form. The forms take the place of the
/// engine's parameter sets: for two parameters of different sets the engine reports only that no parameter set fits, before
/// any code of the command runs. The syntax in the help is written for each form.
/// </summary>
/// <param name="name">The name of the form.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ParameterFormAttribute(string name) : Attribute
{
    /// <summary>The name of the form.</summary>
    public string Name { get; } = name;

    /// <summary>The parameters without which the form is not used, separated by blanks; empty for the default form.</summary>
    public string Requires { get; set; } = string.Empty;

    /// <summary>The other parameters that belong to the form, separated by blanks.</summary>
    public string Allows { get; set; } = string.Empty;
}
