namespace Bdrc.Core.Operations;

/// <summary>Where a parameter travels.</summary>
public enum ParameterPosition
{
    /// <summary>As a segment of the path.</summary>
    Path,

    /// <summary>In the query string.</summary>
    Query,

    /// <summary>As a field of the form body.</summary>
    Form,
}
