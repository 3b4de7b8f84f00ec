using System.Collections;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using Bdrc.Completion;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>The empty values that a parameter accepts. Most accept none: these usually come from a variable that is not set.</summary>
[Flags]
internal enum EmptyValues
{
    None = 0,
    Text = 1,
    Null = 2,
    List = 4,
}

/// <summary>
/// Accepts one format and refuses every other value with a description of it. It runs before the engine converts the value,
/// so that the error describes what is allowed and not a .NET type. The engine adds the name of the parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal class ArgumentFormatAttribute : ArgumentTransformationAttribute
{
    private const int MaximumShown = 80;

    private readonly ArgumentFormat _format;
    private readonly string _parameter;

    public ArgumentFormatAttribute(ArgumentKind kind, [CallerMemberName] string parameter = "")
        : this(ArgumentFormat.Of(kind), parameter)
    {
    }

    protected ArgumentFormatAttribute(ArgumentFormat format, string parameter = "") => (_format, _parameter) = (format, parameter);

    public EmptyValues Accepts { get; set; }

    /// <summary>Whether the parameter accepts several values.</summary>
    public bool IsList { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (!IsList || PowerShellValues.Unwrap(inputData) is not IList list)
            return Check(inputData);
        if (list.Count == 0 && !AcceptsEmpty(EmptyValues.List))
            throw Refuse(null);

        var items = new object?[list.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = Check(list[i]);
        return items;
    }

    /// <summary>Creates the exception for a refused value.</summary>
    /// <param name="message">The error text.</param>
    /// <param name="given">The refused value; null for an empty one.</param>
    protected virtual ArgumentTransformationMetadataException CreateRefusal(string message, object? given) => new(message);

    private bool AcceptsEmpty(EmptyValues value) => (Accepts & value) == value;

    private object? Check(object? given) => PowerShellValues.Unwrap(given) switch
    {
        null => AcceptsEmpty(EmptyValues.Null) ? null : throw Refuse(null),
        "" when !AcceptsEmpty(EmptyValues.Text) => throw Refuse(null),
        var value => KnownValues.Normalize(_parameter, _format.Read(value, given!)) ?? throw Refuse(given),
    };

    private ArgumentTransformationMetadataException Refuse(object? given) =>
        CreateRefusal(Strings.ArgumentRefused.FormatInvariant(Describe(given), _format.Describe()), given);

    private string Describe(object? given)
    {
        var value = PowerShellValues.Unwrap(given);
        if (value is null or ICollection { Count: 0 } || (value is string text && string.IsNullOrWhiteSpace(text)))
            return Strings.ArgumentEmpty;
        if (_format.IsSecret)
            return Strings.ArgumentHidden;
        if (value is IList)
            return Strings.ArgumentList;
        return value is string or TimeSpan or decimal || value.GetType().IsPrimitive
            ? "'" + Shorten(given!.ToString() ?? string.Empty) + "'"
            : Strings.ArgumentObject.FormatInvariant(PSObject.AsPSObject(value).TypeNames.FirstOrDefault() ?? value.GetType().Name);
    }

    private static string Shorten(string text) => text.Length <= MaximumShown ? text : text.Substring(0, MaximumShown) + "...";
}
