using Bdrc.Core.Operations;

namespace Bdrc.Completion;

/// <summary>Paths of the API, each as far as its first place for a value.</summary>
public sealed class ApiPathCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values
    {
        get
        {
            var paths = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var operation in BdrcOperations.All)
            {
                var place = operation.Path.IndexOf('{');
                paths.Add(place < 0 ? operation.Path : operation.Path.Substring(0, place));
            }

            return paths;
        }
    }
}
