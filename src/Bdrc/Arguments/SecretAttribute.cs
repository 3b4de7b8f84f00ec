using System.Security;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>Lets a secret be given as a SecureString or, as runners hold it, as text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : ArgumentFormatAttribute
{
    /// <inheritdoc/>
    protected override string Allowed => Strings.FormSecret;

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
