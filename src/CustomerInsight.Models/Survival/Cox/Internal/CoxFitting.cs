namespace CustomerInsight.Models;

/// <summary>One fit of Cox regression, from prepared rows to the model.</summary>
internal sealed class CoxFitting
{
    private readonly SurvivalData _data;
    private readonly CoxRows _rows;
    private readonly int _events;
    private readonly CoxOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly List<FitWarning> _warnings = [];

    public CoxFitting(SurvivalData data, CoxRows rows, int events, CoxOptions options, ParallelOptions parallel)
    {
        _data = data;
        _rows = rows;
        _events = events;
        _options = options;
        _parallel = parallel;
    }

    private ValueList<string> Names => _data.Features.Columns;

    public FitResult<CoxModel> Run()
    {
        ICoxLikelihood likelihood = _options.Ties == CoxTies.Exact ? new CoxExact(_rows, _parallel) : new CoxPass(_rows, _options.Ties == CoxTies.Efron, _parallel);
        double penalty = _options.Ridge * _rows.TotalWeight;
        var search = CoxSearch.Run(likelihood, _rows.Columns, CoxProblems.NoInformation * _rows.EventWeight, penalty, _options.Tolerance, _options.MaximumIterations, _parallel.CancellationToken, _rows.TotalWeight / _rows.Count, step => CoxProblems.Large(step, _rows).Any());
        if (!double.IsFinite(search.NullValue))
        {
            return CoxEstimator.Refused(_data, CoxWarnings.NotFinite);
        }

        _warnings.AddRange(CoxProblems.OfColumns(search, _rows, Names, _events));
        _warnings.AddRange(search.Kept.Where(column => IdentifierColumns.IsIdentifier(_data.Features, column)).Select(column => LogisticWarnings.Identifier(Names[column])));
        if (search.Kept.Length == 0)
        {
            return CoxEstimator.Refused(_data, [.. _warnings, CoxWarnings.NothingLeft]);
        }

        if (penalty == 0 && CoxProblems.Diverging(search, _rows, Names) is { Count: > 0 } separating)
        {
            return CoxEstimator.Refused(_data, [.. _warnings, CoxWarnings.Separating(separating)]);
        }

        if (_data.ClusterArray is not null && !IsRobust)
        {
            _warnings.Add(CoxWarnings.ClustersNotUsed);
        }

        if (!search.Converged)
        {
            _warnings.Add(search.Iterations == _options.MaximumIterations ? CoxWarnings.IterationLimit(search.Iterations) : CoxWarnings.NoProgress);
        }

        bool isEfron = BaselineMethod == CoxBaselineMethod.Efron;
        CoxPass baseline = likelihood is CoxPass same && same.IsEfron == isEfron ? same : new CoxPass(_rows, isEfron, _parallel);
        CoxModel model = Model(search, baseline, penalty > 0);
        return new FitResult<CoxModel>(model, Report(search, model));
    }

    private CoxModel Model(CoxSearch search, CoxPass baseline, bool isPenalized)
    {
        double[] inverse = search.Factor.Inverse();
        ParameterCovariance? covariance = search.Converged ? Covariance(inverse, search.Kept) : null;
        int clusters = 0;
        double[]? robust = search.Converged && IsRobust ? Sandwich(search, inverse, out clusters) : null;
        bool tooFewClusters = search.Converged && IsRobust && clusters <= search.Kept.Length;
        if (tooFewClusters)
        {
            _warnings.Add(CoxWarnings.FewClusters(clusters, search.Kept.Length));
        }

        ParameterCovariance? robustCovariance = robust is null ? null : Covariance(robust, search.Kept);
        var coefficients = new CoxCoefficient[_rows.Columns];
        int kept = 0;
        for (int column = 0; column < coefficients.Length; column++)
        {
            bool isKept = kept < search.Kept.Length && search.Kept[kept] == column;
            coefficients[column] = new CoxCoefficient(
                Names[column], isKept ? search.Coefficients[column] / _rows.Deviations[column] : 0, _rows.Means[column], _rows.Deviations[column])
            {
                StandardError = isKept ? covariance?.StandardError(kept) : null,
                RobustError = isKept ? robustCovariance?.StandardError(kept) : null,
            };
            kept += isKept ? 1 : 0;
        }

        return new CoxModel(ValueList.Create<CoxCoefficient>(coefficients), CoxBaselines.Of(_data, _rows, baseline, search.Coefficients))
        {
            Ties = _options.Ties,
            Cause = _options.Cause,
            Ridge = _options.Ridge,
            Covariance = covariance,
            RobustCovariance = robustCovariance,
            Fit = Summary(search, robust, isPenalized, tooFewClusters),
        };
    }

    private CoxBaselineMethod BaselineMethod => _options.Baseline ?? (_options.Ties == CoxTies.Efron ? CoxBaselineMethod.Efron : CoxBaselineMethod.Breslow);

    private CoxFit Summary(CoxSearch search, double[]? robust, bool isPenalized, bool tooFewClusters)
    {
        ChiSquaredTest? Test(string name, double statistic) => isPenalized || !search.Converged ? null : new ChiSquaredTest(name, Math.Max(0, statistic), search.Kept.Length);
        double[] product = robust is null
            ? Product(search.Information, search.Coefficients)
            : SymmetricMatrix.Factor(robust, _rows.Columns, search.Kept).Solve(search.Coefficients);
        var start = SymmetricMatrix.Factor(search.NullInformation, _rows.Columns, search.Kept);
        return new CoxFit(
            _data.Times.Count,
            _events,
            search.NullValue,
            search.Value,
            Test(CoxFit.LikelihoodRatioName, 2 * (search.Value - search.NullValue)),
            tooFewClusters ? null : Test(CoxFit.WaldName, Bfgs.Dot(search.Coefficients, product)),
            Test(CoxFit.ScoreName, Bfgs.Dot(search.NullGradient, start.Solve(search.NullGradient))));
    }

    private FitReport Report(CoxSearch search, CoxModel model)
    {
        var report = new FitReport(
            CoxModel.ModelName,
            search.Converged ? FitStatus.Converged : FitStatus.NotConverged,
            search.Iterations,
            search.Value,
            _data.Times.Count,
            ValueList.From(_warnings))
        {
            Figures = [new FitFigure("events", _events), new FitFigure("null-log-likelihood", search.NullValue)],
        };

        // Coefficients drawn towards 0 are not of maximum likelihood: no criterion compares them.
        return model.Ridge > 0 ? report : report with
        {
            Parameters = ValueList.From(search.Kept.Select(column => Estimate(model.Coefficients[column]))),
            Covariance = model.RobustCovariance ?? model.Covariance,
            Basis = new LikelihoodBasis(FormattableString.Invariant($"partial likelihood, {_options.Ties} ties, {model.Baselines.Count} strata, cause {_options.Cause}")),
        };
    }

    private static ParameterEstimate Estimate(CoxCoefficient coefficient) =>
        new(coefficient.Column, coefficient.Value, coefficient.Error, coefficient.Low, coefficient.High);

    private ParameterCovariance Covariance(double[] inverse, int[] kept)
    {
        double[] values = new double[kept.Length * kept.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            for (int j = 0; j < kept.Length; j++)
            {
                values[(i * kept.Length) + j] = inverse[(kept[i] * _rows.Columns) + kept[j]] / (_rows.Deviations[kept[i]] * _rows.Deviations[kept[j]]);
            }
        }

        return new ParameterCovariance(ValueList.From(kept.Select(column => Names[column])), ValueList.Create<double>(values));
    }

    private bool IsRobust => _options.RobustErrors || (_data.ClusterArray is not null && _options.Ties != CoxTies.Exact && _options.Ridge == 0);

    // Inverse information × the products of the clusters' scores × inverse information; null of one cluster, whose scores add up to nothing.
    private double[]? Sandwich(CoxSearch search, double[] inverse, out int clusters)
    {
        double[] products = new CoxScores(_rows, search.Coefficients, _options.Ties == CoxTies.Efron, _parallel).Products(_data.ClusterArray, out clusters);
        if (clusters == 1)
        {
            return null;
        }

        int n = _rows.Columns;
        double[] half = new double[n * n];
        double[] sandwich = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            Product(products, inverse.AsSpan(i * n, n)).CopyTo(half, i * n);
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                sandwich[(i * n) + j] = sandwich[(j * n) + i] = Bfgs.Dot(half.AsSpan(i * n, n), inverse.AsSpan(j * n, n));
            }

            // A square, whatever rounding says.
            sandwich[(i * n) + i] = Math.Max(0, sandwich[(i * n) + i]);
        }

        return sandwich;
    }

    private static double[] Product(double[] matrix, ReadOnlySpan<double> vector)
    {
        double[] product = new double[vector.Length];
        for (int i = 0; i < product.Length; i++)
        {
            product[i] = Bfgs.Dot(matrix.AsSpan(i * vector.Length, vector.Length), vector);
        }

        return product;
    }
}
