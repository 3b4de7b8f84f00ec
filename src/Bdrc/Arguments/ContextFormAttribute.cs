using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>A context as Connect-Bdrc and New-BdrcContext make it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ContextFormAttribute : ArgumentFormatAttribute
{
    /// <inheritdoc/>
    protected override string Allowed => Strings.FormContext;

    /// <inheritdoc/>
    protected override object? Read(object value, object given) => value as BdrcContext;
}
