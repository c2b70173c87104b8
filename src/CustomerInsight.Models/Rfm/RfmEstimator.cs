namespace CustomerInsight.Models;

/// <summary>Learns the thresholds that cut recency, frequency and money into bins of about as many customers.</summary>
/// <remarks>
/// The thresholds are the quantiles 1/bins, 2/bins, … of type 7 (linear between order statistics).
/// <para>Source: Hyndman, Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996, definition 7.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RfmEstimator : IEstimator<PurchaseTable, RfmModel>
{
    private const string ModelName = "RFM";

    private readonly int _bins;
    private readonly int _minimumCustomers;
    private readonly ValueList<SegmentRule> _segments;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to score and name; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public RfmEstimator(RfmOptions? options = null)
    {
        options ??= new RfmOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new RfmOptionsValidator(), new RfmOptionsRules());
        _bins = options.Bins;
        _minimumCustomers = options.MinimumCustomers;
        _segments = options.Segments;
    }

    /// <summary>Learns the thresholds.</summary>
    /// <param name="data">What customers bought.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The model; none where there are too few customers, or all are equal in a dimension, so that no score would say anything.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>O(n log n) for three sorts.</remarks>
    public FitResult<RfmModel> Fit(PurchaseTable data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        cancellationToken.ThrowIfCancellationRequested();
        int customers = data.Customers.Count;
        if (customers < _minimumCustomers)
        {
            return Refuse(customers, FitWarnings.TooFewCustomers(customers, _minimumCustomers));
        }

        double[] recency = Sorted(data, static customer => customer.DaysSinceLast);
        double[] frequency = Sorted(data, static customer => customer.Orders);
        double[] monetary = Sorted(data, static customer => (double)customer.Revenue);
        FitWarning[] constant = [.. Warnings(IsConstant, "one-value", "is the same for all customers, so it cannot rank them; no scores were given. Use a longer history, or rank by the other dimensions only.")];
        if (constant.Length > 0)
        {
            return Refuse(customers, constant);
        }

        var model = new RfmModel(Thresholds(recency), Thresholds(frequency), Thresholds(monetary), data.Currency, _segments);
        FitWarning[] merged = [.. Warnings(HasEqualThresholds, "few-values", "takes so few values that some bins are empty: equal customers get equal scores. Use fewer bins if every score should occur.")];
        return new FitResult<RfmModel>(model, new FitReport(ModelName, FitStatus.Converged, 0, null, customers, ValueList.Create<FitWarning>(merged)));

        IEnumerable<FitWarning> Warnings(Predicate<double[]> applies, string code, string message) =>
            from dimension in new (string Name, double[] Values)[] { ("Recency", recency), ("Frequency", frequency), ("Monetary", monetary) }
            where applies(dimension.Values)
            select new FitWarning(code, $"{dimension.Name} {message}");
    }

    private bool HasEqualThresholds(double[] sorted)
    {
        ValueList<double> thresholds = Thresholds(sorted);
        return thresholds.Distinct().Count() < thresholds.Count;
    }

    private ValueList<double> Thresholds(double[] sorted)
    {
        double[] thresholds = new double[_bins - 1];
        for (int bin = 1; bin < _bins; bin++)
        {
            // The position in whole numbers: 0.7 × 10 is not 7 in floating point, and a threshold an ulp off would part equal customers.
            (long low, long rest) = Math.DivRem((sorted.Length - 1L) * bin, _bins);
            double at = sorted[low];
            double quantile = rest == 0 ? at : Math.Min(sorted[low + 1], at + ((double)rest / _bins * (sorted[low + 1] - at)));
            thresholds[bin - 1] = quantile;
        }

        return ValueList.Create<double>(thresholds);
    }

    private static bool IsConstant(double[] sorted) => sorted[0] == sorted[^1];

    private static double[] Sorted(PurchaseTable data, Func<PurchaseSummary, double> value)
    {
        double[] values = [.. data.Customers.Select(value)];
        Array.Sort(values);
        return values;
    }

    private static FitResult<RfmModel> Refuse(int customers, params ReadOnlySpan<FitWarning> reasons) => new(null, FitReport.TooLittle(ModelName, customers, reasons));
}
