using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Rules;

/// <summary>
/// The resources sorted by score, then by index. They are sorted once after each change, not for each page.
/// </summary>
internal sealed class ScoreIndex(ResourceInventory inventory, CheckResultStore checks)
{
    private const int Scores = 101;

    private readonly int[] _starts = new int[Scores + 1];
    private int[] _order = [];
    private long _version = -1;

    /// <summary>Enumerates the resources from a position on.</summary>
    /// <param name="descending">True for the highest score first.</param>
    /// <param name="from">The first resource; null for the beginning.</param>
    public IEnumerable<(int Score, int Index)> From(bool descending, (int Score, int Index)? from)
    {
        Sort();
        var step = descending ? -1 : 1;
        for (var score = from?.Score ?? (descending ? Scores - 1 : 0); score is >= 0 and < Scores; score += step)
        {
            var position = _starts[score];
            if (from is { } start && start.Score == score)
            {
                position = Array.BinarySearch(_order, position, _starts[score + 1] - position, start.Index);
                if (position < 0)
                    position = ~position;
            }

            for (; position < _starts[score + 1]; position++)
                yield return (score, _order[position]);
        }
    }

    private void Sort()
    {
        if (_version == checks.Version)
            return;

        // Counting sort: there are only 101 scores.
        var scores = new byte[inventory.Count];
        Array.Clear(_starts, 0, _starts.Length);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = (byte)checks.Score(i);
            _starts[scores[i] + 1]++;
        }

        for (var score = 0; score < Scores; score++)
            _starts[score + 1] += _starts[score];
        var next = (int[])_starts.Clone();
        _order = new int[scores.Length];
        for (var i = 0; i < scores.Length; i++)
            _order[next[scores[i]]++] = i;
        _version = checks.Version;
    }
}
