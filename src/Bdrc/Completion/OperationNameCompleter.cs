using Bdrc.Core.Operations;

namespace Bdrc.Completion;

/// <summary>Operations of the API.</summary>
public sealed class OperationNameCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values
    {
        get
        {
            var names = new List<string>(BdrcOperations.All.Count);
            foreach (var operation in BdrcOperations.All)
                names.Add(operation.Name);
            names.Sort(StringComparer.Ordinal);
            return names;
        }
    }
}
