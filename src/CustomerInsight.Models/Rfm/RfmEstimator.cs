namespace CustomerInsight.Models;

/// <summary>Learns the thresholds that cut recency, frequency and money into bins of about as many customers.</summary>
/// <remarks>
/// <see cref="BinMethod"/> says how. The quantiles are of type 7 (linear between order statistics).
/// <para>Source: Hyndman, Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996, definition 7.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RfmEstimator : IEstimator<PurchaseTable, RfmModel>
{
    private readonly BinMethod _method;
    private readonly TiePolicy _ties;
    private readonly int[] _bins;
    private readonly ValueList<double>[] _cuts;
    private readonly int _minimumCustomers;
    private readonly ValueList<RfmSegmentRule> _segments;
    private readonly int _threads;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to score and name; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public RfmEstimator(RfmOptions? options = null)
    {
        options ??= new RfmOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new RfmOptionsValidator(), new RfmOptionsRules());
        _method = options.Method;
        _ties = options.Ties;
        _bins = [options.AllBins.Recency, options.AllBins.Frequency, options.AllBins.Monetary];
        _cuts = [options.RecencyCuts, options.FrequencyCuts, options.MonetaryCuts];
        _minimumCustomers = Array.TrueForAll(_cuts, static cuts => cuts.Count > 0) ? 1 : options.MinimumCustomers;
        _segments = options.Segments;
        _threads = options.MaxDegreeOfParallelism;
    }

    /// <summary>Learns the thresholds.</summary>
    /// <param name="data">What customers bought.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The model; none where there are too few customers, or all are equal in a dimension, so that no score would say anything.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>Time O(n): the order statistics are selected, not sorted for.</remarks>
    public FitResult<RfmModel> Fit(PurchaseTable data, CancellationToken cancellationToken = default) => Fit(data, out _, Parallel(0, cancellationToken));

    /// <summary>Gives what the loops are to be run with: as many threads as the options say, else as many as the caller does.</summary>
    internal ParallelOptions Parallel(int otherwise, CancellationToken cancellationToken) => FixedChunks.Parallel(_threads > 0 ? _threads : otherwise, cancellationToken);

    /// <summary>Learns the thresholds and scores the customers they were learned from; there, equal values may be parted by rank.</summary>
    internal FitResult<RfmModel> Fit(PurchaseTable data, out RfmScoreColumns? scores, ParallelOptions parallel)
    {
        ArgumentNullException.ThrowIfNull(data);
        parallel.CancellationToken.ThrowIfCancellationRequested();
        scores = null;
        int customers = data.Columns.Count;
        if (customers < _minimumCustomers)
        {
            return Refuse(customers, FitWarnings.TooFewCustomers(customers, _minimumCustomers));
        }

        RfmDimension[] dimensions = RfmDimension.Of(data, parallel);
        FitWarning[] constant =
        [
            .. dimensions.Where((dimension, i) => _cuts[i].Count == 0 && dimension.IsConstant).Select(static dimension => new FitWarning(
                "one-value", $"{dimension.Name} is the same for all customers, so it cannot rank them; no scores were given. Use a longer history, or give cuts for it (such as {dimension.Name}Cuts = [1]), so that all get one score.")),
        ];
        if (constant.Length > 0)
        {
            return Refuse(customers, constant);
        }

        RfmBinning[] binnings = Learn(dimensions, parallel);
        var model = new RfmModel(binnings[0].Thresholds, binnings[1].Thresholds, binnings[2].Thresholds, data.Currency, _segments);
        scores = RfmScoreColumns.Of(dimensions, binnings, parallel);
        return new FitResult<RfmModel>(model, new FitReport(RfmModel.Name, FitStatus.Converged, 0, null, customers, ValueList.From(FewValues(dimensions, binnings))));
    }

    private RfmBinning[] Learn(RfmDimension[] dimensions, ParallelOptions parallel)
    {
        var binnings = new RfmBinning[dimensions.Length];
        System.Threading.Tasks.Parallel.For(0, binnings.Length, parallel, i =>
            binnings[i] = _cuts[i].Count > 0 ? new RfmBinning(_cuts[i], null) : RfmBinning.Learn(dimensions[i], _method, _ties, _bins[i]));
        return binnings;
    }

    private static IEnumerable<FitWarning> FewValues(RfmDimension[] dimensions, RfmBinning[] binnings) => dimensions
        .Where((_, i) => binnings[i].Split is null && binnings[i].Thresholds.Distinct().Count() < binnings[i].Thresholds.Count)
        .Select(static dimension => new FitWarning(
            "few-values", $"{dimension.Name} takes so few values that some bins are empty: equal customers get equal scores. Use fewer bins if every score should occur."));

    private static FitResult<RfmModel> Refuse(int customers, params ReadOnlySpan<FitWarning> reasons) => new(null, FitReport.TooLittle(RfmModel.Name, customers, reasons));
}
