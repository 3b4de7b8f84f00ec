using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Parameters;

/// <summary>
/// The parameters of a call, for the checks of combinations. Of two that cannot be combined, a typed one is refused; one from
/// $PSDefaultParameterValues has no effect.
/// </summary>
internal sealed class GivenParameters(PSCmdlet command)
{
    private readonly Dictionary<string, object> _bound = command.MyInvocation.BoundParameters;

    /// <summary>Checks the parameters against the forms that the command declares.</summary>
    /// <exception cref="BdrcException">Typed parameters exclude each other, or need another one.</exception>
    public void CheckForms()
    {
        var isPiped = command.MyInvocation.ExpectingInput;
        if ((_bound.Count == 0 && !isPiped) || ParameterForms.Of(command.GetType()) is not { IsDeclared: true } forms)
            return;

        var given = _bound.Keys.Where(IsGiven).ToList();
        var typed = given.Where(IsTyped).ToList();
        if (isPiped && forms.Required.FirstOrDefault(AcceptsPipeline) is { } id && !given.Contains(id))
        {
            given.Insert(0, id);
            typed.Insert(0, id);
        }

        Ignore([.. forms.FindForeign(given, typed)]);
    }

    /// <summary>Refuses parameters that have no effect without something else.</summary>
    /// <param name="isThere">Whether it was given.</param>
    /// <param name="needed">Returns what it is, as the user writes it.</param>
    /// <param name="names">The parameters.</param>
    public void RequireFor(bool isThere, Func<string> needed, params string[] names)
    {
        if (isThere)
            return;
        if (Array.Find(names, name => IsGiven(name) && IsTyped(name)) is { } typed)
            throw ParameterErrors.Lacking(typed, needed());
        Ignore(names);
    }

    /// <summary>Refuses parameters that cannot be combined with another.</summary>
    /// <param name="name">The other.</param>
    /// <param name="others">The parameters.</param>
    public void Exclude(string name, params string[] others)
    {
        if (!IsGiven(name) || !Array.Exists(others, IsGiven))
            return;
        if (!IsTyped(name))
            Ignore(name);
        else if (Array.Find(others, other => IsGiven(other) && IsTyped(other)) is { } typed)
            throw ParameterErrors.Exclusive(typed, name);
        else
            Ignore(others);
    }

    // -Sandbox:$false is the same as no -Sandbox.
    private bool IsGiven(string name) => _bound.TryGetValue(name, out var value) && value is not SwitchParameter { IsPresent: false };

    private bool IsTyped(string name) => !DefaultParameterValues.Supply(command, name, _bound[name]);

    private bool AcceptsPipeline(string name) =>
        command.MyInvocation.MyCommand.Parameters[name].ParameterSets.Values.Any(static set => set.ValueFromPipeline);

    private void Ignore(params string[] names)
    {
        foreach (var name in names)
        {
            if (!_bound.Remove(name))
                continue;

            object owner = command.GetType().GetProperty(name) is null ? ((IDynamicParameters)command).GetDynamicParameters() : command;
            owner.GetType().GetProperty(name)!.SetValue(owner, null);
        }
    }
}

/// <summary>The errors of combinations.</summary>
internal static class ParameterErrors
{
    /// <summary>Two parameters of which only one may be given.</summary>
    public static BdrcException Exclusive(string name, string other) =>
        new(BdrcErrorKind.InvalidArgument, "ParametersExclusive", Strings.ParametersExclusive.FormatInvariant(name, other));

    /// <summary>A parameter without something that it needs.</summary>
    public static BdrcException Lacking(string name, string needed) =>
        new(BdrcErrorKind.InvalidArgument, "ParameterLacking", Strings.ParameterIncomplete.FormatInvariant(name, needed));
}
