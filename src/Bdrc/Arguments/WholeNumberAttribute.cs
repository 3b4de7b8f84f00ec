using System.Globalization;
using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>A whole number of a range, as a number or as text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberAttribute : ArgumentFormatAttribute
{
    /// <summary>Says what is allowed.</summary>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest number; long.MaxValue for no end.</param>
    public WholeNumberAttribute(long least, long most)
    {
        Least = least;
        Most = most;
    }

    /// <summary>The least number.</summary>
    public long Least { get; }

    /// <summary>The greatest number; long.MaxValue for no end.</summary>
    public long Most { get; }

    /// <inheritdoc/>
    protected override string Allowed => Most == long.MaxValue ? Strings.FormNumberFrom.FormatInvariant(Least) : Strings.FormNumber.FormatInvariant(Least, Most);

    /// <inheritdoc/>
    protected override object? Read(object value, object given)
    {
        // The engine would take a letter's code, or 1 for true.
        if (value is char or bool or DateTime)
            return null;
        if (value is string text && string.IsNullOrWhiteSpace(text))
            return null;
        if (!LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out decimal number))
            return null;
        return number == decimal.Truncate(number) && number >= Least && number <= Most ? (object)(long)number : null;
    }
}
