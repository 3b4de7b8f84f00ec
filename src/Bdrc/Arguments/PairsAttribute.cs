using System.Collections;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>A hashtable of names and values.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PairsAttribute : ArgumentFormatAttribute
{
    /// <summary>Gives an example.</summary>
    /// <param name="example">A hashtable as one writes it.</param>
    public PairsAttribute(string example) => Example = example;

    /// <summary>A hashtable as one writes it.</summary>
    public string Example { get; }

    /// <summary>Whether it may be without pairs.</summary>
    public bool MayBeEmpty { get; set; }

    /// <inheritdoc/>
    protected override string Allowed => Strings.FormPairs.FormatInvariant(Example);

    /// <inheritdoc/>
    protected override object? Read(object value, object given) =>
        value is IDictionary pairs && (MayBeEmpty || pairs.Count > 0) && AreNamed(pairs) ? pairs : null;

    private static bool AreNamed(IDictionary pairs)
    {
        foreach (var name in pairs.Keys)
        {
            if (string.IsNullOrWhiteSpace(name?.ToString()))
                return false;
        }

        return true;
    }
}
