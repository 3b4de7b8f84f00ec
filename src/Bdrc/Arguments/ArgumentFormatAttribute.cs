using System.Collections;
using System.Management.Automation;
using Bdrc.Sandbox.Rules;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// Says what a parameter takes, and refuses everything else with that form. It runs before the engine converts the value, so
/// that the user reads what is allowed and not the name of a .NET type; the engine puts the parameter's name before it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ArgumentFormatAttribute : ArgumentTransformationAttribute
{
    private const int MostShown = 80;

    /// <summary>Which values of nothing are taken.</summary>
    public EmptyValues Takes { get; set; }

    /// <summary>Whether several values may be given.</summary>
    public bool IsList { get; set; }

    /// <summary>The allowed form, as it goes on after "Give".</summary>
    protected abstract string Allowed { get; }

    /// <summary>Whether a refused value may be repeated; not when it may hold a secret.</summary>
    protected virtual bool IsShown => true;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrap(inputData);
        if (!IsList || value is not IList list)
            return Check(inputData);
        if (list.Count == 0 && !IsTaken(EmptyValues.List))
            throw Refuse(null);

        var items = new object?[list.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = Check(list[i]);
        return items;
    }

    /// <summary>The value as the parameter takes it; null when it is not of the form.</summary>
    /// <param name="value">The value without its wrapper; never null, and an empty text only where that is taken.</param>
    /// <param name="given">The value as it came.</param>
    protected abstract object? Read(object value, object given);

    /// <summary>A value without the wrapper that the engine may have put round it.</summary>
    /// <param name="value">The value.</param>
    protected static object? Unwrap(object? value) =>
        value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;

    private bool IsTaken(EmptyValues empty) => (Takes & empty) == empty;

    private object? Check(object? given)
    {
        var value = Unwrap(given);
        if (value is null)
            return IsTaken(EmptyValues.Null) ? null : throw Refuse(null);
        if (value is "" && !IsTaken(EmptyValues.Text))
            throw Refuse(null);
        return Read(value, given!) ?? throw Refuse(given);
    }

    /// <summary>What is thrown.</summary>
    /// <param name="message">What the user reads.</param>
    /// <param name="given">What was refused; null for a value of nothing.</param>
    protected virtual ArgumentTransformationMetadataException Refusal(string message, object? given) => new(message);

    private ArgumentTransformationMetadataException Refuse(object? given) =>
        Refusal(Strings.FormRefused.FormatInvariant(Describe(given), Allowed), given);

    private string Describe(object? given)
    {
        var value = Unwrap(given);
        if (value is null or ICollection { Count: 0 } || (value is string text && string.IsNullOrWhiteSpace(text)))
            return Strings.FormGivenNothing;
        if (!IsShown)
            return Strings.FormGivenUnshown;
        if (value is IList)
            return Strings.FormGivenList;
        return value is string or TimeSpan || value.GetType().IsPrimitive || value is decimal
            ? "'" + Shorten(given!.ToString() ?? string.Empty) + "'"
            : Strings.FormGivenObject.FormatInvariant(PSObject.AsPSObject(value).TypeNames is [var first, ..] ? first : value.GetType().Name);
    }

    private static string Shorten(string text) => text.Length <= MostShown ? text : text.Substring(0, MostShown) + "...";
}
