namespace CustomerInsight.Models;

/// <summary>The likelihood of the BG/NBD model over counted patterns, time scaled to their mean tenure.</summary>
internal sealed class BgNbdLikelihood : IWeightedLikelihood<BgNbdModel>
{
    private readonly PatternCounts _patterns;
    private readonly TimeUnit _unit;
    private readonly double _daysPerTime;
    private readonly double _unitsPerTime;
    private readonly double _purchases;
    private readonly int[] _counts;

    public BgNbdLikelihood(PatternCounts patterns, TimeUnit unit)
    {
        _patterns = patterns;
        _unit = unit;
        _daysPerTime = patterns.MeanTenureDays;
        _unitsPerTime = _daysPerTime / unit.Days();
        _purchases = patterns.Items.Sum(static item => (double)item.Count * item.Pattern.Repeats);
        _counts = [.. patterns.Items.Select(static item => item.Count)];
        double meanRate = _purchases / patterns.Customers;
        Starts =
        [
            Logs(0.5, 0.5 / meanRate, 0.8, 2.5),
            Logs(1, 1 / meanRate, 1, 1),
            Logs(0.2, 0.2 / meanRate, 0.3, 6),
            Logs(4, 4 / meanRate, 0.1, 1),
        ];
        Coordinates = [new Coordinate("r"), new Coordinate("alpha", _unitsPerTime), new Coordinate("a"), new Coordinate("b")];
    }

    public string Name => "BG/NBD";

    public ReadOnlySpan<int> Counts => _counts;

    public IReadOnlyList<double[]> Starts { get; }

    public IReadOnlyList<Coordinate> Coordinates { get; }

    public IObjective Weighted(ReadOnlySpan<int> counts) => new BgNbdObjective(_patterns.With(counts), _daysPerTime);

    public BgNbdModel ModelAt(ReadOnlySpan<double> point) =>
        new(Math.Exp(point[0]), Math.Exp(point[1]) * _unitsPerTime, Math.Exp(point[2]), Math.Exp(point[3]), _unit);

    public double[] PointOf(BgNbdModel model) => Logs(model.R, model.In(TimeUnit.Day).Alpha / _daysPerTime, model.A, model.B);

    public double LogLikelihood(double minimum) => (-minimum * _patterns.Customers) - (_purchases * Math.Log(_unitsPerTime));

    private static double[] Logs(params ReadOnlySpan<double> parameters)
    {
        double[] logs = new double[parameters.Length];
        for (int i = 0; i < logs.Length; i++)
        {
            logs[i] = Math.Log(parameters[i]);
        }

        return logs;
    }
}
