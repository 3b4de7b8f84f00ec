using System.Globalization;
using System.Management.Automation;

namespace Bdrc.Arguments;

/// <summary>A text of a certain form. Objects are refused: the engine would send the name of their type.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextAttribute : ArgumentFormatAttribute
{
    /// <summary>Names the form.</summary>
    /// <param name="form">What the text is.</param>
    public TextAttribute(ArgumentFormat form) => Form = form;

    /// <summary>What the text is.</summary>
    public ArgumentFormat Form { get; }

    /// <inheritdoc/>
    protected override string Allowed => ArgumentFormats.Describe(Form);

    /// <inheritdoc/>
    protected override bool IsShown => Form is not (ArgumentFormat.Endpoint or ArgumentFormat.AccessKeyId or ArgumentFormat.CredentialsAddress or ArgumentFormat.Policy or ArgumentFormat.ExternalId);

    /// <inheritdoc/>
    protected override object? Read(object value, object given)
    {
        var text = value switch
        {
            string same => same,
            Guid or Uri or Enum or Version or decimal => value.ToString(),
            _ when value.GetType().IsPrimitive => LanguagePrimitives.ConvertTo(given, typeof(string), CultureInfo.InvariantCulture) as string,
            _ => null,
        };
        if (text is "")
            return text;
        return string.IsNullOrWhiteSpace(text) || !ArgumentFormats.Fits(Form, text!) ? null : text;
    }
}
