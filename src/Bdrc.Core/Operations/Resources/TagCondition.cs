using Bdrc.Text;

namespace Bdrc.Core.Operations.Resources;

/// <summary>A condition on a resource's tags. Source: <c>matcherGrammar</c> and <c>TagOperator</c> of the API description.</summary>
public sealed class TagCondition
{
    private TagCondition(string operatorName, string key, IReadOnlyList<string>? values)
    {
        Operator = operatorName;
        Key = key;
        Values = values;
    }

    /// <summary><c>EQUAL</c>, <c>KEY_EXIST</c> or <c>KEY_EXIST_NOT_EQUAL</c>; the service decides about others.</summary>
    public string Operator { get; }

    /// <summary>Tag key.</summary>
    public string Key { get; }

    /// <summary>Tag values; null when the operator takes none.</summary>
    public IReadOnlyList<string>? Values { get; }

    /// <summary>The tag is there and has this value.</summary>
    /// <param name="key">Tag key.</param>
    /// <param name="value">Tag value.</param>
    public static TagCondition EqualTo(string key, string value) => Create("EQUAL", key, [value]);

    /// <summary>The tag is there, whatever its value.</summary>
    /// <param name="key">Tag key.</param>
    public static TagCondition Exists(string key) => Create("KEY_EXIST", key, null);

    /// <summary>The tag is there and has another value.</summary>
    /// <param name="key">Tag key.</param>
    /// <param name="value">The value it must not have.</param>
    public static TagCondition NotEqualTo(string key, string value) => Create("KEY_EXIST_NOT_EQUAL", key, [value]);

    /// <summary>A condition as the service spells it.</summary>
    /// <param name="operatorName">Operator.</param>
    /// <param name="key">Tag key.</param>
    /// <param name="values">Tag values; null for none.</param>
    /// <exception cref="BdrcException">The key is empty, or the number of values does not fit a known operator.</exception>
    public static TagCondition Create(string operatorName, string key, IReadOnlyList<string>? values)
    {
        if (string.IsNullOrWhiteSpace(key))
            throw Refuse(Strings.TagKeyEmpty);
        if (string.IsNullOrWhiteSpace(operatorName))
            throw Refuse(Strings.TagOperatorMissing.FormatInvariant(key));
        var count = values?.Count ?? 0;
        if (operatorName is "EQUAL" or "KEY_EXIST_NOT_EQUAL" && count != 1)
            throw Refuse(Strings.TagValueCount.FormatInvariant(key, operatorName, count));
        if (operatorName == "KEY_EXIST" && count != 0)
            throw Refuse(Strings.TagValueNone.FormatInvariant(key, operatorName, count));
        return new TagCondition(operatorName, key, count == 0 ? null : values);
    }

    internal static BdrcException Refuse(string message) =>
        new(BdrcErrorKind.InvalidArgument, "InvalidTagCondition", message);
}
