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

    /// <summary><c>EQUAL</c>, <c>KEY_EXIST</c> or <c>KEY_EXIST_NOT_EQUAL</c>; the service accepts or refuses others.</summary>
    public string Operator { get; }

    /// <summary>Tag key.</summary>
    public string Key { get; }

    /// <summary>Tag values; null when the operator has none.</summary>
    public IReadOnlyList<string>? Values { get; }

    /// <summary>The resource has the tag with this value.</summary>
    /// <param name="key">Tag key.</param>
    /// <param name="value">Tag value.</param>
    public static TagCondition EqualTo(string key, string value) => Create("EQUAL", key, [value]);

    /// <summary>The resource has the tag, with any value.</summary>
    /// <param name="key">Tag key.</param>
    public static TagCondition Exists(string key) => Create("KEY_EXIST", key, null);

    /// <summary>The resource has the tag with another value.</summary>
    /// <param name="key">Tag key.</param>
    /// <param name="value">The excluded value.</param>
    public static TagCondition NotEqualTo(string key, string value) => Create("KEY_EXIST_NOT_EQUAL", key, [value]);

    /// <summary>A condition in the terms of the service.</summary>
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
