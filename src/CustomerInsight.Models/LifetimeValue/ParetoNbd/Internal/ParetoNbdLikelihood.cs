namespace CustomerInsight.Models;

/// <summary>The likelihood of the Pareto/NBD model over counted patterns, time scaled to their mean tenure.</summary>
internal sealed class ParetoNbdLikelihood : IWeightedLikelihood<ParetoNbdModel>
{
    private readonly PatternCounts _patterns;
    private readonly TimeUnit _unit;
    private readonly ParallelOptions _parallel;
    private readonly double _daysPerTime;
    private readonly double _unitsPerTime;

    public ParetoNbdLikelihood(PatternCounts patterns, TimeUnit unit, ParallelOptions parallel)
    {
        (_patterns, _unit, _parallel) = (patterns, unit, parallel);
        _daysPerTime = patterns.MeanTenureDays;
        _unitsPerTime = _daysPerTime / unit.Days();
        double meanRate = patterns.Purchases / patterns.Customers;
        Starts =
        [
            Numeric.Logs(0.5, 0.3 / meanRate, 0.6, 0.4),
            Numeric.Logs(1, 0.8 / meanRate, 1, 1),
            Numeric.Logs(0.2, 0.1 / meanRate, 0.3, 0.1),
            Numeric.Logs(4, 4 / meanRate, 2, 6),
        ];
        Coordinates = [new Coordinate("r"), new Coordinate("alpha", _unitsPerTime), new Coordinate("s"), new Coordinate("beta", _unitsPerTime)];
    }

    public string Name => ParetoNbdModel.ModelName;

    public LikelihoodBasis Basis => LikelihoodBasis.Purchases(_unit);

    public ReadOnlySpan<int> Counts => _patterns.Counts;

    public IReadOnlyList<double[]> Starts { get; }

    public IReadOnlyList<Coordinate> Coordinates { get; }

    public IObjective Weighted(ReadOnlySpan<int> counts) => new ParetoNbdObjective(new PatternRows(_patterns.With(counts)), _daysPerTime, _parallel);

    public ParetoNbdModel ModelAt(ReadOnlySpan<double> point) =>
        new(Math.Exp(point[0]), Math.Exp(point[1]) * _unitsPerTime, Math.Exp(point[2]), Math.Exp(point[3]) * _unitsPerTime, _unit);

    public double[] PointOf(ParetoNbdModel model)
    {
        ParetoNbdModel days = model.In(TimeUnit.Day);
        return Numeric.Logs(days.R, days.Alpha / _daysPerTime, days.S, days.Beta / _daysPerTime);
    }

    public double LogLikelihood(double minimum) => (-minimum * _patterns.Customers) - (_patterns.Purchases * Math.Log(_unitsPerTime));
}
