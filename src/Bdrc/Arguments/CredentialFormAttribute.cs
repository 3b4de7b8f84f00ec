using System.Management.Automation;
using Bdrc.Sandbox.Rules;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// A credential that is not blank. An empty one would count as none, and another identity would be used. What is no credential
/// is left to the engine, which asks for what is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CredentialFormAttribute : ArgumentFormatAttribute
{
    /// <summary>Leaves nothing to the engine too.</summary>
    public CredentialFormAttribute() => Takes = EmptyValues.Text | EmptyValues.Null;

    /// <inheritdoc/>
    protected override string Allowed => Strings.FormCredential;

    /// <inheritdoc/>
    protected override bool IsShown => false;

    /// <inheritdoc/>
    protected override object? Read(object value, object given) =>
        value is PSCredential credential && (string.IsNullOrWhiteSpace(credential.UserName) || credential.Password is null or { Length: 0 })
            ? null
            : given;
}
