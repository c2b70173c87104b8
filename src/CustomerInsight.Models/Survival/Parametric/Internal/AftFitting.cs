namespace CustomerInsight.Models;

/// <summary>One fit of an accelerated-failure-time model, from prepared rows to the model.</summary>
internal sealed class AftFitting
{
    // An information on a standardized column that is only rounding, for each row.
    private const double NoInformation = 1e-12;

    // A coefficient that after so many steps still changes w of some row by as much has no end; in the normal's tail such steps shrink as 1 / w, but those to an end far faster.
    private const int StepsOfTheFinite = 8;
    private const double StepWithoutEnd = 0.05;
    private const double PartOfLargest = 1e-4;

    // Of the scatter of all logs of times: what the features leave of it is none.
    private const double NoScatter = 1e-4;

    // Below this, numbers have lost digits.
    private const double LeastVariance = 1e-300;

    private readonly ValueList<string> _names;
    private readonly AftRows _rows;
    private readonly AftLikelihood _likelihood;
    private readonly AftOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly List<FitWarning> _warnings = [];

    public AftFitting(FeatureMatrix? features, AftRows rows, AftOptions options, ParallelOptions parallel)
    {
        (_names, _rows, _options, _parallel) = (features?.Columns ?? [], rows, options, parallel);
        _likelihood = new AftLikelihood(rows, options.Distribution, parallel);
        _warnings.AddRange(IdentifierColumns.Warnings(features));
    }

    public FitResult<AftModel> Run()
    {
        double smallest = NoInformation * _rows.TotalWeight;
        var search = CoxSearch.Run(_likelihood, _likelihood.Parameters, smallest, 0, 0, _options.MaximumIterations, _parallel.CancellationToken);
        if (_likelihood.IsScaleFree && (_rows.LogDeviation == 0 || !search.Kept.Contains(_rows.Width) || 1 / (_likelihood.StartSlope + search.Coefficients[^1]) < NoScatter * _rows.LogDeviation))
        {
            return Refused(AftWarnings.EqualTimes);
        }

        NameProblems(search);
        if (Diverging(search) is { Count: > 0 } separating)
        {
            return Refused(AftWarnings.Separating(separating));
        }

        if (!search.Converged)
        {
            _warnings.Add(search.Iterations == _options.MaximumIterations ? AftWarnings.IterationLimit(search.Iterations) : AftWarnings.NoProgress);
        }

        (double[] point, SymmetricMatrix factor) = Polish(search);
        AftModel model = Model(search, point, factor);
        return new FitResult<AftModel>(model, Report(search, model));
    }

    // The search ends where the value says no more; the slope still does, for some digits.
    private (double[] Point, SymmetricMatrix Factor) Polish(CoxSearch search)
    {
        double[] point = [.. search.Coefficients];
        _likelihood.Evaluate(point);
        if (search.Converged)
        {
            double[] step = SymmetricMatrix.Factor(_likelihood.Information(), point.Length, search.Kept).Solve(_likelihood.Gradient);
            for (int i = 0; i < point.Length; i++)
            {
                point[i] += step[i];
            }

            _likelihood.Evaluate(point);
        }

        return (point, SymmetricMatrix.Factor(_likelihood.Information(), point.Length, search.Kept));
    }

    private FitResult<AftModel> Refused(FitWarning warning) =>
        new(null, FitReport.TooLittle(AftModel.NameOf(_options.Distribution), _rows.Count, [.. _warnings, warning]));

    private AftModel Model(CoxSearch search, double[] point, SymmetricMatrix factor)
    {
        double slope = _likelihood.StartSlope + (_likelihood.IsScaleFree ? point[^1] : 0);
        double[] values = new double[_rows.Columns.Length];
        double intercept = _rows.LogMean + (point[0] / slope);
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = point[k + 1] / slope / _rows.Deviations[k];
            intercept -= values[k] * _rows.Means[k];
        }

        ParameterCovariance? covariance = search.Converged && factor.Kept.Length == search.Kept.Length ? Covariance(point, factor, slope, values) : null;
        var coefficients = new AftCoefficient[_names.Count];
        for (int column = 0; column < coefficients.Length; column++)
        {
            int k = Array.IndexOf(_rows.Columns, column);
            int place = k < 0 ? -1 : Array.IndexOf(search.Kept, k + 1);
            coefficients[column] = new AftCoefficient(_names[column], place < 0 ? 0 : values[k], place < 0 ? null : covariance?.StandardError(place));
        }

        return new AftModel(_options.Distribution, intercept, ValueList.Create<AftCoefficient>(coefficients), 1 / slope)
        {
            Cause = _options.Cause,
            Covariance = covariance,
        };
    }

    // From γ and ν of standardized features to the parameters in the units of the data, which at the top is linear.
    private ParameterCovariance? Covariance(double[] point, SymmetricMatrix factor, double slope, double[] values)
    {
        int n = _likelihood.Parameters;
        double[] inverse = factor.Inverse();
        double[,] turn = new double[n, n];
        turn[0, 0] = 1 / slope;
        for (int k = 0; k < values.Length; k++)
        {
            turn[k + 1, k + 1] = 1 / slope / _rows.Deviations[k];
            turn[0, k + 1] = -_rows.Means[k] * turn[k + 1, k + 1];
        }

        if (_likelihood.IsScaleFree)
        {
            turn[0, n - 1] = -point[0] / (slope * slope);
            for (int k = 0; k < values.Length; k++)
            {
                turn[k + 1, n - 1] = -values[k] / slope;
                turn[0, n - 1] += values[k] * _rows.Means[k] / slope;
            }

            turn[n - 1, n - 1] = -1 / slope;
        }

        int[] kept = factor.Kept;
        double[] result = new double[kept.Length * kept.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = 0;
                for (int a = 0; a < n; a++)
                {
                    for (int b = 0; b < n; b++)
                    {
                        sum += turn[kept[i], a] * inverse[(a * n) + b] * turn[kept[j], b];
                    }
                }

                result[(i * kept.Length) + j] = result[(j * kept.Length) + i] = sum;
            }
        }

        if (result.Any(static value => !double.IsFinite(value)) || kept.Where((_, i) => result[(i * kept.Length) + i] < LeastVariance).Any())
        {
            _warnings.Add(AftWarnings.ExtremeErrors);
            return null;
        }

        return new ParameterCovariance(ValueList.From(kept.Select(NameOf)), ValueList.Create<double>(result));
    }

    private string NameOf(int parameter) => parameter == 0 ? AftModel.InterceptName : parameter < _rows.Width ? _names[_rows.Columns[parameter - 1]] : AftModel.LogScaleName;

    private FitReport Report(CoxSearch search, AftModel model)
    {
        const double Normal95 = 1.959963984540054;
        return new FitReport(
            AftModel.NameOf(_options.Distribution),
            search.Converged ? FitStatus.Converged : FitStatus.NotConverged,
            search.Iterations,
            _likelihood.Value,
            _rows.Count,
            ValueList.From(_warnings))
        {
            Parameters = ValueList.From(search.Kept.Select((parameter, place) =>
            {
                double value = parameter == 0 ? model.Intercept : parameter < _rows.Width ? model.Coefficients[_rows.Columns[parameter - 1]].Value : Math.Log(model.Scale);
                double? error = model.Covariance?.StandardError(place);
                return new ParameterEstimate(NameOf(parameter), value, error, value - (Normal95 * error), value + (Normal95 * error));
            })),
            Covariance = model.Covariance,
            Basis = new LikelihoodBasis(_options.Cause == 0 ? "survival times" : FormattableString.Invariant($"survival times, cause {_options.Cause}")),
            Figures = [new FitFigure("events", _rows.Events.Count(static happened => happened))],
        };
    }

    private void NameProblems(CoxSearch search)
    {
        for (int column = 0; column < _names.Count; column++)
        {
            int k = Array.IndexOf(_rows.Columns, column);
            if (k < 0)
            {
                _warnings.Add(CoxWarnings.Constant(_names[column]));
            }
            else if (Array.BinarySearch(search.Kept, k + 1) < 0)
            {
                string[] others = Explaining(search, k + 1);
                _warnings.Add(others.Length == 0 ? CoxWarnings.Constant(_names[column]) : CoxWarnings.Collinear(_names[column], others));
            }
        }
    }

    // The features before it of which a column is made up.
    private string[] Explaining(CoxSearch search, int column)
    {
        int n = _likelihood.Parameters;
        int[] before = [.. search.Kept.Where(other => other < column)];
        double[] parts = SymmetricMatrix.Factor(search.NullInformation, n, before).Solve(search.NullInformation.AsSpan(column * n, n));
        double largest = parts.Skip(1).Max(Math.Abs);
        return [.. before.Where(other => other > 0 && Math.Abs(parts[other]) > PartOfLargest * largest).Select(NameOf)];
    }

    private List<string> Diverging(CoxSearch search)
    {
        var names = new List<string>();
        if (search.Iterations < StepsOfTheFinite)
        {
            return names;
        }

        foreach (int parameter in search.Kept.Where(parameter => parameter > 0 && parameter < _rows.Width))
        {
            (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
            for (int row = 0; row < _rows.Count; row++)
            {
                double value = _rows.Design[(row * _rows.Width) + parameter];
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }

            if (Math.Abs(search.LastStep[parameter]) * (most - least) > StepWithoutEnd)
            {
                names.Add(NameOf(parameter));
            }
        }

        return names;
    }
}
