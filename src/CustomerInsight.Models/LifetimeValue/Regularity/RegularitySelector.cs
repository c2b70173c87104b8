namespace CustomerInsight.Models;

/// <summary>Fits the BG/NBD family for several regularities and chooses the one under which the times of all purchases are most likely.</summary>
/// <remarks>
/// A pattern of number and last time says little of the regularity; the gaps between purchases say it. Given number and last time, the likelihood of the gaps has no
/// parameter but the regularity, so that it adds to that of the fit. All candidates have as many parameters, so the likelihoods compare as they are.
/// <para>Source: Reutterer, Platzer, Schröder, "Leveraging purchase regularity for predicting customer behavior the easy way", International Journal of Research in Marketing 38(1), 2021, section 3.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class RegularitySelector
{
    private readonly BgNbdEstimator[] _estimators;

    /// <summary>Makes a selector.</summary>
    /// <param name="options">How to fit each; null for the defaults. Its <see cref="BgNbdOptions.Regularity"/> is passed over. Read once, here.</param>
    /// <param name="mostRegular">The highest regularity to try. From 1 to <see cref="BgNbdModel.MaximumRegularity"/>.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostRegular"/> is out of its range.</exception>
    public RegularitySelector(BgNbdOptions? options = null, int mostRegular = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostRegular, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mostRegular, BgNbdModel.MaximumRegularity);
        options ??= new BgNbdOptions();
        _estimators = [.. Enumerable.Range(1, mostRegular).Select(regularity => new BgNbdEstimator(new BgNbdOptions
        {
            Unit = options.Unit,
            Variant = options.Variant,
            Regularity = regularity,
            MinimumCustomers = options.MinimumCustomers,
            MinimumRepeatCustomers = options.MinimumRepeatCustomers,
            MaximumIterations = options.MaximumIterations,
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        }))];
    }

    /// <summary>Fits and chooses.</summary>
    /// <param name="patterns">When each customer bought again.</param>
    /// <param name="gaps">How regularly, in the same order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The choice. Too little data is a choice of none; the reports of the fits say so.</returns>
    /// <exception cref="ArgumentException">There are more or fewer gaps than patterns, a customer has not as many gaps as repeats, or a pattern is not valid.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>One fit for each regularity.</remarks>
    public RegularityChoice Choose(IReadOnlyList<RepeatPattern> patterns, IReadOnlyList<GapPattern> gaps, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(gaps);
        if (gaps.Count != patterns.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected gaps of {patterns.Count} customers, found {gaps.Count}."), nameof(gaps));
        }

        for (int i = 0; i < gaps.Count; i++)
        {
            patterns[i].ThrowIfInvalid(nameof(patterns));
            if (!gaps[i].IsValid || gaps[i].Gaps != patterns[i].Repeats)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Customer {i + 1} has {patterns[i].Repeats} repeats but {gaps[i].Gaps} gaps, or gaps that cannot be. Read both from the same purchases, with the same options."), nameof(gaps));
            }
        }

        var likelihood = new GapLikelihood(gaps);
        var candidates = ValueList.From(_estimators.Select((estimator, i) =>
        {
            FitResult<BgNbdModel> fit = estimator.Fit(patterns, cancellationToken);
            BgNbdModel? model = fit.Report.Converged ? fit.Model : null;
            return new RegularityCandidate(i + 1, model, fit.Report, model is null ? null : fit.Report.LogLikelihood + likelihood.GainOver1(i + 1));
        }));
        return new RegularityChoice(candidates.Where(static candidate => candidate.Model is not null).MaxBy(static candidate => candidate.LogLikelihood), candidates);
    }
}
