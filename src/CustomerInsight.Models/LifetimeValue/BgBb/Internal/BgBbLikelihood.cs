namespace CustomerInsight.Models;

/// <summary>The likelihood of the BG/BB model over counted patterns in canonical order.</summary>
internal sealed class BgBbLikelihood(IReadOnlyList<OpportunityCount> patterns, Duration period) : IWeightedLikelihood<BgBbModel>
{
    private readonly int[] _counts = [.. patterns.Select(static count => count.Customers)];

    public string Name => BgBbModel.Name;

    public LikelihoodBasis Basis => LikelihoodBasis.Opportunities;

    public ReadOnlySpan<int> Counts => _counts;

    public IReadOnlyList<double[]> Starts { get; } =
    [
        [0, 0, 0, Math.Log(4)],
        [Math.Log(0.5), Math.Log(0.5), Math.Log(0.5), Math.Log(0.5)],
        [Math.Log(2), Math.Log(2), Math.Log(0.2), 0],
        [Math.Log(0.3), 0, 0, Math.Log(10)],
    ];

    public IReadOnlyList<Coordinate> Coordinates { get; } = [new Coordinate("alpha"), new Coordinate("beta"), new Coordinate("gamma"), new Coordinate("delta")];

    public IObjective Weighted(ReadOnlySpan<int> counts)
    {
        var weighted = new List<OpportunityCount>(counts.Length);
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                weighted.Add(patterns[i] with { Customers = counts[i] });
            }
        }

        return new BgBbObjective(weighted);
    }

    public BgBbModel ModelAt(ReadOnlySpan<double> point) => new(Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), Math.Exp(point[3]), period);

    public double[] PointOf(BgBbModel model) => [.. model.Parameters.Select(static parameter => Math.Log(parameter.Value))];

    public double LogLikelihood(double minimum)
    {
        double customers = 0;
        foreach (int count in _counts)
        {
            customers += count;
        }

        return -minimum * customers;
    }
}
