using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Binding;

/// <summary>
/// Refuses text with control characters and other invisible ones before the engine's own checks, which would show it as it is,
/// and some of which let a line feed at the end pass.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VisibleAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var text = (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) as string;
        return text is null || VisibleText.IsPlain(text)
            ? inputData
            : throw new ArgumentTransformationMetadataException(Messages.NotPlainText.Fill(text));
    }
}
