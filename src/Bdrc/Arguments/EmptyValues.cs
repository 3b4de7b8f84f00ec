namespace Bdrc.Arguments;

/// <summary>Which values of nothing a parameter takes; most take none, because they usually come from a variable that is not set.</summary>
[Flags]
public enum EmptyValues
{
    /// <summary>Every one is refused.</summary>
    None = 0,

    /// <summary>A text without characters.</summary>
    Text = 1,

    /// <summary>$null.</summary>
    Null = 2,

    /// <summary>A list without items.</summary>
    List = 4,
}
