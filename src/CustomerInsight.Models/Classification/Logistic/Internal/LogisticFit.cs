namespace CustomerInsight.Models;

/// <summary>One fit from rows to the report.</summary>
internal sealed class LogisticFit
{
    private readonly ClassificationData _data;
    private readonly LogisticOptions _options;
    private readonly LogisticRows _rows;
    private readonly LogisticMoments _moments;
    private readonly LogisticPass _pass;
    private readonly ParallelOptions _parallel;
    private readonly List<FitWarning> _warnings = [];
    private readonly double _positive;
    private readonly double _weight;

    public LogisticFit(ClassificationData data, LogisticOptions options, ParallelOptions parallel)
    {
        _data = data;
        _options = options;
        _parallel = parallel;
        _rows = LogisticRows.Prepare(data, parallel);
        _moments = LogisticMoments.Of(_rows, parallel);
        double[] weights = options.PositiveWeight == 1 ? _rows.Weights : [.. _rows.Weights.Select((weight, row) => _rows.Labels[row] > 0 ? weight * options.PositiveWeight : weight)];
        _positive = _moments.PositiveWeight * options.PositiveWeight;
        _weight = _moments.Weight - _moments.PositiveWeight + _positive;
        _pass = new LogisticPass(_rows, weights, _moments.Means, parallel);
    }

    private bool IsPenalized => _options.Penalty != LogisticPenalty.None;

    private ValueList<string> Names => _data.Features.Columns;

    public FitResult<LogisticModel> Run()
    {
        int[] columns = [.. Enumerable.Range(0, Names.Count).Where(column => !_rows.Ranges[column].IsConstant && _moments.Deviations[column] > 0)];
        _warnings.AddRange(Enumerable.Range(0, Names.Count).Except(columns).Select(column => LogisticWarnings.Constant(Names[column])));
        _warnings.AddRange(columns.Where(column => IdentifierColumns.IsIdentifier(_data.Features, column)).Select(column => LogisticWarnings.Identifier(Names[column])));
        int[] apart = SeparatingColumns.Find(_rows);
        _warnings.AddRange(columns.SelectMany(column => LogisticWarnings.Separating(Names[column], apart[column], _data.Rows, IsPenalized)));
        (LogisticProblem problem, LogisticPoint start) = Start(columns);
        if (!IsPenalized)
        {
            _warnings.AddRange(LogisticWarnings.Reweighted(_options.PositiveWeight));
            _warnings.AddRange(LogisticWarnings.FewEvents(Math.Min(_data.Positives, _data.Rows - _data.Positives), problem.Columns.Length));
        }

        LogisticFound found = new LogisticSearch(problem, _options).Run(start, step => SeparatingColumns.Escapes(_rows, Spread(problem, step), _moments.Means));
        if (found.Escape is { } escape)
        {
            double largest = escape.Skip(1).Max(Math.Abs);
            _warnings.Add(LogisticWarnings.Separated(problem.Columns.Where((_, i) => Math.Abs(escape[i + 1]) > 0.01 * largest).Select(column => Names[column])));
        }
        else if (!found.Converged)
        {
            _warnings.Add(LogisticWarnings.NotConverged(found.Iterations));
        }

        return Result(problem, found, start.Loss);
    }

    /// <summary>The problem at its start, where nothing but the share of events is known; without a penalty, without columns that follow from others.</summary>
    private (LogisticProblem Problem, LogisticPoint Start) Start(int[] columns)
    {
        var problem = new LogisticProblem(_pass, _moments, columns);
        double share = Math.Log(_positive / (_weight - _positive));
        LogisticPoint start = problem.At([share, .. new double[columns.Length]]);
        List<int[]> collinear = CollinearColumns.Find(start);
        _warnings.AddRange(LogisticWarnings.Collinear([.. collinear.Select(set => Array.ConvertAll(set, place => Names[columns[place]]))], IsPenalized));
        if (IsPenalized || collinear.Count == 0)
        {
            return (problem, start);
        }

        int[] kept = [.. columns.Except(collinear.Select(set => columns[set[0]]))];
        problem = new LogisticProblem(_pass, _moments, kept);
        return (problem, problem.At([share, .. new double[kept.Length]]));
    }

    private FitResult<LogisticModel> Result(LogisticProblem problem, LogisticFound found, double nullLoss)
    {
        double[]? covariance = null;
        double loss = found.Loss;
        if (!IsPenalized && found.Converged)
        {
            LogisticPoint end = problem.At(found.Point);
            loss = end.Loss;
            covariance = SymmetricMatrix.Factor(end.Curvature, end.Count)?.Inverse();
            if (covariance is not null && _options.PositiveWeight != 1)
            {
                covariance = new LogisticSandwich(_rows, _moments, problem.Columns, _options.PositiveWeight).Covariance(end.Values, covariance, _parallel);
            }
        }

        double[] point = Spread(problem, found.Point);
        var scale = new LogisticScale(_rows.Ranges, _moments, problem.Columns);
        double[]? errors = covariance is null ? null : scale.Errors(covariance);
        var coefficients = ValueList.From(Names.Select((name, column) =>
        {
            int place = Array.IndexOf(problem.Columns, column) + 1;
            return new LogisticCoefficient(name, point[column + 1] * _rows.Ranges[column].Scale, scale.Mean(column), scale.Deviation(column))
            {
                StandardError = errors is null || place == 0 ? null : errors[place],
            };
        }));
        var model = new LogisticModel(point[0], coefficients)
        {
            InterceptStandardError = errors?[0],
            Statistics = new LogisticStatistics(_data.Rows, _data.Positives, _weight, problem.Columns.Length + 1, -loss, -nullLoss) { PositiveWeight = _options.PositiveWeight },
        };
        return new FitResult<LogisticModel>(model, LogisticReport.Of(model, problem.Columns, found, covariance is null ? null : scale.ToUnits(covariance), _warnings, IsPenalized));
    }

    /// <summary>The numbers of a point, or of a step, in the units of the rows, with 0 for columns that are not fitted.</summary>
    private double[] Spread(LogisticProblem problem, double[] point)
    {
        double[] all = new double[Names.Count + 1];
        all[0] = point[0];
        for (int i = 0; i < problem.Columns.Length; i++)
        {
            all[problem.Columns[i] + 1] = point[i + 1] / _moments.Deviations[problem.Columns[i]];
        }

        return all;
    }
}
