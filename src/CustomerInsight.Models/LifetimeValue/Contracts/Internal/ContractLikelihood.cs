namespace CustomerInsight.Models;

/// <summary>The likelihood of a model of contracts over counted lives in canonical order.</summary>
internal sealed class ContractLikelihood(IReadOnlyList<ContractCount> counts, ContractModelKind kind, Duration period) : IWeightedLikelihood<ContractModel>
{
    private static readonly double[][] WithAge =
    [
        [Math.Log(1), Math.Log(3), 0],
        [Math.Log(0.3), Math.Log(1.5), Math.Log(1.5)],
        [Math.Log(3), Math.Log(10), Math.Log(0.7)],
        [Math.Log(0.1), Math.Log(0.1), Math.Log(2)],
    ];

    private readonly int[] _counts = [.. counts.Select(static count => count.Customers)];

    public string Name => ContractModel.NameOf(kind);

    public LikelihoodBasis Basis => LikelihoodBasis.Contracts;

    public ReadOnlySpan<int> Counts => _counts;

    public IReadOnlyList<double[]> Starts { get; } = kind == ContractModelKind.BetaDiscreteWeibull ? WithAge : [.. WithAge.Select(static start => start[..2])];

    public IReadOnlyList<Coordinate> Coordinates { get; } = kind == ContractModelKind.BetaDiscreteWeibull
        ? [new Coordinate("alpha"), new Coordinate("beta"), new Coordinate("c")]
        : [new Coordinate("alpha"), new Coordinate("beta")];

    public IObjective Weighted(ReadOnlySpan<int> weights)
    {
        var weighted = new List<ContractCount>(weights.Length);
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
            {
                weighted.Add(counts[i] with { Customers = weights[i] });
            }
        }

        return new ContractObjective(weighted);
    }

    public ContractModel ModelAt(ReadOnlySpan<double> point) => kind == ContractModelKind.BetaDiscreteWeibull
        ? ContractModel.BetaDiscreteWeibull(Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]), period)
        : ContractModel.ShiftedBetaGeometric(Math.Exp(point[0]), Math.Exp(point[1]), period);

    public double[] PointOf(ContractModel model) => [.. model.Parameters.Select(static parameter => Math.Log(parameter.Value))];

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
