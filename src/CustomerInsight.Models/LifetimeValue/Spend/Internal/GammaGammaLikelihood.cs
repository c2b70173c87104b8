namespace CustomerInsight.Models;

/// <summary>The likelihood of the Gamma–Gamma model over usable spend in canonical order, amounts scaled to their mean.</summary>
internal sealed class GammaGammaLikelihood : IWeightedLikelihood<GammaGammaModel>
{
    private readonly SpendRows _rows;
    private readonly double _scale;
    private readonly int[] _counts;

    public GammaGammaLikelihood(SpendRows rows)
    {
        _rows = rows;
        _scale = rows.Means.Average();
        _counts = new int[rows.Count];
        Array.Fill(_counts, 1);
        Coordinates = [new Coordinate("p"), new Coordinate("q"), new Coordinate("gamma", _scale)];
    }

    public string Name => GammaGammaModel.Name;

    public LikelihoodBasis Basis => LikelihoodBasis.Spend;

    public ReadOnlySpan<int> Counts => _counts;

    public IReadOnlyList<double[]> Starts { get; } =
    [
        [Math.Log(2), Math.Log(3), 0],
        [Math.Log(6), Math.Log(4), Math.Log(0.5)],
        [Math.Log(0.5), Math.Log(2), Math.Log(2)],
        [Math.Log(20), Math.Log(1.5), Math.Log(0.05)],
    ];

    public IReadOnlyList<Coordinate> Coordinates { get; }

    public IObjective Weighted(ReadOnlySpan<int> counts) => new GammaGammaObjective(_rows.With(counts), _scale);

    public GammaGammaModel ModelAt(ReadOnlySpan<double> point) => new(Math.Exp(point[0]), Math.Exp(point[1]), Math.Exp(point[2]) * _scale);

    public double[] PointOf(GammaGammaModel model) => [Math.Log(model.P), Math.Log(model.Q), Math.Log(model.Gamma / _scale)];

    public double LogLikelihood(double minimum) => -(minimum + Math.Log(_scale)) * _rows.Count;
}
