namespace Bdrc.Benchmarks.Rows;

/// <summary>
/// The limit and ours in turn, round by round, so that whatever else the machine does meets both. What counts is the median
/// of the rounds.
/// </summary>
internal sealed class Rotation
{
    private readonly List<Cost> _limit = [];
    private readonly List<Cost> _ours = [];

    public static Rotation Run(int rounds, double count, Action limit, Action ours) =>
        Run(rounds, () => Cost.Of(limit).Per(count), () => Cost.Of(ours).Per(count));

    public static Rotation Run(int rounds, Func<Cost> limit, Func<Cost> ours)
    {
        var rotation = new Rotation();
        limit();
        ours();
        for (var round = 0; round < rounds; round++)
        {
            rotation._limit.Add(limit());
            rotation._ours.Add(ours());
        }

        return rotation;
    }

    public double Limit(Func<Cost, double> figure) => Median(_limit, figure);

    public double Ours(Func<Cost, double> figure) => Median(_ours, figure);

    private static double Median(List<Cost> costs, Func<Cost, double> figure)
    {
        var sorted = costs.ConvertAll(cost => figure(cost));
        sorted.Sort();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
