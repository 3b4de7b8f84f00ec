using Bdrc.Text;

namespace Bdrc.Binding;

/// <summary>A context as Connect-Bdrc and New-BdrcContext make it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ContextFormAttribute : FormAttribute
{
    /// <inheritdoc/>
    protected override string Allowed => Messages.FormContext;

    /// <inheritdoc/>
    protected override object? Read(object value, object given) => value as BdrcContext;
}
