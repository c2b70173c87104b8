namespace CustomerInsight.Models;

/// <summary>The likelihood of the NBD model over counted patterns, time scaled to their mean tenure.</summary>
internal sealed class NbdLikelihood : IWeightedLikelihood<NbdModel>
{
    private readonly PatternCounts _patterns;
    private readonly TimeUnit _unit;
    private readonly ParallelOptions _parallel;
    private readonly double _daysPerTime;
    private readonly double _unitsPerTime;

    public NbdLikelihood(PatternCounts patterns, TimeUnit unit, ParallelOptions parallel)
    {
        (_patterns, _unit, _parallel) = (patterns, unit, parallel);
        _daysPerTime = patterns.MeanTenureDays;
        _unitsPerTime = _daysPerTime / unit.Days();
        double meanRate = patterns.Purchases / patterns.Customers;
        Starts = [Numeric.Logs(0.5, 0.5 / meanRate), Numeric.Logs(4, 4 / meanRate)];
        Coordinates = [new Coordinate("r"), new Coordinate("alpha", _unitsPerTime)];
    }

    public string Name => NbdModel.ModelName;

    public LikelihoodBasis Basis => LikelihoodBasis.Purchases(_unit);

    public ReadOnlySpan<int> Counts => _patterns.Counts;

    public IReadOnlyList<double[]> Starts { get; }

    public IReadOnlyList<Coordinate> Coordinates { get; }

    public IObjective Weighted(ReadOnlySpan<int> counts) => new NbdObjective(new PatternRows(_patterns.With(counts)), _daysPerTime, _parallel);

    public NbdModel ModelAt(ReadOnlySpan<double> point) => new(Math.Exp(point[0]), Math.Exp(point[1]) * _unitsPerTime, _unit);

    public double[] PointOf(NbdModel model) => Numeric.Logs(model.R, model.In(TimeUnit.Day).Alpha / _daysPerTime);

    public double LogLikelihood(double minimum) => (-minimum * _patterns.Customers) - (_patterns.Purchases * Math.Log(_unitsPerTime));
}
