using System.Security;
using Bdrc.Text;

namespace Bdrc.Binding;

/// <summary>Lets a secret be given as a SecureString or, as runners hold it, as text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : FormAttribute
{
    /// <inheritdoc/>
    protected override string Allowed => Messages.FormSecret;

    /// <inheritdoc/>
    protected override bool IsShown => false;

    /// <inheritdoc/>
    protected override object? Read(object value, object given)
    {
        if (value is not string text)
            return value as SecureString;

        var secure = new SecureString();
        foreach (var c in text)
            secure.AppendChar(c);
        secure.MakeReadOnly();
        return secure;
    }
}
