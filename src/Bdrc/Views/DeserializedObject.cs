using System.ComponentModel;
using System.Management.Automation;

namespace Bdrc.Views;

/// <summary>
/// What PowerShell converts a deserialized object of this module to: the same object, whose texts are safe to show. The types file
/// names this class as the target of the deserialization, so that objects from jobs, remote sessions and CLIXML pass through it.
/// </summary>
[TypeConverter(typeof(DeserializedObject))]
public sealed class DeserializedObject : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => sourceValue is PSObject;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        DisplayText.GuardDeserialized((PSObject)sourceValue);
        return sourceValue;
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();
}
