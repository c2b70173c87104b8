namespace CustomerInsight.Models;

/// <summary>The likelihood of a purchase model whose parameters depend on covariates, time scaled to the mean tenure and covariates to a deviation of 1.</summary>
internal abstract class CovariateLikelihood<TModel> : IWeightedLikelihood<TModel>
    where TModel : class
{
    private readonly ICustomerLikelihood _likelihood;
    private readonly IReadOnlyList<CovariateShift> _shifts;
    private readonly double _ridge;
    private readonly ParallelOptions _parallel;
    private readonly double _purchases;

    /// <param name="rows">The customers.</param>
    /// <param name="average">The model of the customers without covariates: where the search starts.</param>
    /// <param name="timeParameters">Which parameters are times.</param>
    /// <param name="likelihood">The likelihood of one customer.</param>
    /// <param name="shifts">What moves with the covariates.</param>
    /// <param name="ridge">How firmly coefficients are drawn to 0.</param>
    /// <param name="parallel">How to compute.</param>
    protected CovariateLikelihood(
        CovariateRows rows, IPurchaseModel average, IReadOnlyList<int> timeParameters, ICustomerLikelihood likelihood, IReadOnlyList<CovariateShift> shifts, double ridge, ParallelOptions parallel)
    {
        Rows = rows;
        Average = average;
        _likelihood = likelihood;
        _shifts = shifts;
        _ridge = ridge;
        _parallel = parallel;
        DaysPerTime = Enumerable.Range(0, rows.Counts.Length).Sum(row => rows.Counts[row] * rows.Patterns[row].TenureDays) / rows.Customers;
        _purchases = Enumerable.Range(0, rows.Counts.Length).Sum(row => (double)rows.Counts[row] * rows.Patterns[row].Repeats);
        double unitsPerTime = DaysPerTime / average.Unit.Days();
        Coordinates =
        [
            .. average.Parameters.Select((parameter, i) => new Coordinate(parameter.Name, timeParameters.Contains(i) ? unitsPerTime : 1)),
            .. shifts.SelectMany(shift => shift.Columns.Select(column => new Coordinate($"{shift.Name} {rows.Columns[column]}", 1 / rows.Deviations[column], IsLog: false))),
        ];
        Starts = [PointOf(average.Parameters.Select(static parameter => parameter.Value), [])];
    }

    public string Name => $"{Average.Name} with covariates";

    public LikelihoodBasis Basis => LikelihoodBasis.Purchases(Average.Unit);

    public ReadOnlySpan<int> Counts => Rows.Counts;

    public IReadOnlyList<double[]> Starts { get; }

    public IReadOnlyList<Coordinate> Coordinates { get; }

    protected CovariateRows Rows { get; }

    protected IPurchaseModel Average { get; }

    protected double DaysPerTime { get; }

    protected int Parameters => Average.Parameters.Count;

    public IObjective Weighted(ReadOnlySpan<int> counts) => Objective(counts.ToArray(), _ridge);

    public double LogLikelihood(double minimum) => (-minimum * Rows.Customers) - (_purchases * Math.Log(DaysPerTime / Average.Unit.Days()));

    /// <summary>The log-likelihood of all customers at a point, without what holds the coefficients.</summary>
    public double LogLikelihoodAt(ReadOnlySpan<double> point) => LogLikelihood(Objective(Rows.Counts, 0).Evaluate(point, new double[point.Length]));

    public abstract TModel ModelAt(ReadOnlySpan<double> point);

    public abstract double[] PointOf(TModel model);

    /// <summary>The parameters of the average customer at a point, in the model's unit.</summary>
    protected double[] ParametersAt(ReadOnlySpan<double> point)
    {
        double[] parameters = new double[Parameters];
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Coordinates[i].ValueAt(point[i]);
        }

        return parameters;
    }

    /// <summary>The coefficients of a shift at a point, in one over the covariates' units, for each column; 0 for those that do not take part.</summary>
    protected double[] CoefficientsAt(ReadOnlySpan<double> point, int shift)
    {
        double[] coefficients = new double[Rows.Columns.Count];
        int at = Parameters + _shifts.Take(shift).Sum(static before => before.Columns.Length);
        foreach (int column in _shifts[shift].Columns)
        {
            coefficients[column] = Coordinates[at].ValueAt(point[at]);
            at++;
        }

        return coefficients;
    }

    /// <summary>The point at which parameters and coefficients are these.</summary>
    /// <param name="parameters">The parameters of the average customer, in the model's unit.</param>
    /// <param name="coefficients">For each shift the coefficients of all columns; none where all are 0.</param>
    protected double[] PointOf(IEnumerable<double> parameters, IReadOnlyList<double[]> coefficients)
    {
        double[] point = new double[Coordinates.Count];
        int at = 0;
        foreach (double parameter in parameters)
        {
            point[at] = Math.Log(parameter / Coordinates[at].Scale);
            at++;
        }

        for (int shift = 0; shift < coefficients.Count; shift++)
        {
            foreach (int column in _shifts[shift].Columns)
            {
                point[at] = coefficients[shift][column] / Coordinates[at].Scale;
                at++;
            }
        }

        return point;
    }

    private CovariateObjective Objective(int[] counts, double ridge) => new(Rows, counts, _likelihood, Parameters, _shifts, DaysPerTime, ridge, _parallel);
}
