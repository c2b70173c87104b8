namespace CustomerInsight.Models;

/// <summary>The likelihood of a model of the BG/NBD family over counted patterns, time scaled to their mean tenure.</summary>
internal sealed class BgNbdLikelihood : IWeightedLikelihood<BgNbdModel>
{
    private readonly PatternCounts _patterns;
    private readonly TimeUnit _unit;
    private readonly BgNbdVariant _variant;
    private readonly int _regularity;
    private readonly ParallelOptions _parallel;
    private readonly double _daysPerTime;
    private readonly double _unitsPerTime;

    public BgNbdLikelihood(PatternCounts patterns, TimeUnit unit, BgNbdVariant variant, int regularity, ParallelOptions parallel)
    {
        (_patterns, _unit, _variant, _regularity, _parallel) = (patterns, unit, variant, regularity, parallel);
        _daysPerTime = patterns.MeanTenureDays;
        _unitsPerTime = _daysPerTime / unit.Days();
        double meanRate = patterns.Purchases * regularity / patterns.Customers;
        Starts =
        [
            Numeric.Logs(0.5, 0.5 / meanRate, 0.8, 2.5),
            Numeric.Logs(1, 1 / meanRate, 1, 1),
            Numeric.Logs(0.2, 0.2 / meanRate, 0.3, 6),
            Numeric.Logs(4, 4 / meanRate, 0.1, 1),

            // Most of those who never come back left at once.
            Numeric.Logs(1, 1 / meanRate, 0.1, 0.05),
        ];
        Coordinates = [new Coordinate("r"), new Coordinate("alpha", _unitsPerTime), new Coordinate("a"), new Coordinate("b")];
    }

    public string Name => BgNbdModel.NameOf(_variant, _regularity);

    public LikelihoodBasis Basis => LikelihoodBasis.Purchases(_unit);

    public ReadOnlySpan<int> Counts => _patterns.Counts;

    public IReadOnlyList<double[]> Starts { get; }

    /// <summary>Where customers may leave at once, few purchases and early departures explain each other: there may be a maximum for either.</summary>
    public bool HasSeveralMaxima => _variant == BgNbdVariant.Modified;

    public IReadOnlyList<Coordinate> Coordinates { get; }

    public IObjective Weighted(ReadOnlySpan<int> counts) => new BgNbdObjective(_patterns.With(counts), _daysPerTime, _variant, _regularity, _parallel);

    public BgNbdModel ModelAt(ReadOnlySpan<double> point) =>
        new(Math.Exp(point[0]), Math.Exp(point[1]) * _unitsPerTime, Math.Exp(point[2]), Math.Exp(point[3]), _unit, _variant, _regularity);

    public double[] PointOf(BgNbdModel model) => Numeric.Logs(model.R, model.In(TimeUnit.Day).Alpha / _daysPerTime, model.A, model.B);

    public double LogLikelihood(double minimum)
    {
        double between = 0;
        for (int i = 0; i < _patterns.Length && _regularity > 1; i++)
        {
            between += _patterns.Counts[i] * BgNbdModel.LogOfTimesBetween(_patterns[i], _regularity, _unit);
        }

        return (-minimum * _patterns.Customers) - (_regularity * _patterns.Purchases * Math.Log(_unitsPerTime)) + between;
    }
}
