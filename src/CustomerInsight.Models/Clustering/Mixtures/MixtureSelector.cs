namespace CustomerInsight.Models;

/// <summary>Fits mixtures of several numbers of groups and shapes, and chooses one by an information criterion.</summary>
/// <remarks>Source: Fraley, Raftery, "How Many Clusters? Which Clustering Method? Answers Via Model-Based Cluster Analysis", The Computer Journal 41(8), 1998.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class MixtureSelector : IEstimator<FeatureMatrix, GaussianMixtureModel>
{
    private readonly MixtureSelectionOptions _options;

    /// <summary>Makes a selector.</summary>
    /// <param name="options">What to try; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public MixtureSelector(MixtureSelectionOptions? options = null)
    {
        options ??= new MixtureSelectionOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new MixtureSelectionOptionsValidator(), new MixtureSelectionOptionsRules());
        _options = options.Copy();
    }

    /// <summary>Chooses a mixture.</summary>
    /// <param name="data">The customers' features. Rows with a missing or infinite number are left out.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The chosen mixture; none where none could be fitted soundly.</returns>
    /// <exception cref="ArgumentException">An option names a feature that the data do not have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public FitResult<GaussianMixtureModel> Fit(FeatureMatrix data, CancellationToken cancellationToken = default) => Choose(data, null, cancellationToken).Fit;

    /// <summary>Chooses a mixture, and tells how each that was tried did.</summary>
    /// <param name="data">The customers' features. Rows with a missing or infinite number are left out.</param>
    /// <param name="progress">Told how many mixtures are fitted; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="ArgumentException">An option names a feature that the data do not have, or a number is above 1e150 in size.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>As many fits as shapes times numbers of groups.</remarks>
    public MixtureChoice Choose(FeatureMatrix data, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var tried = new List<(MixtureCandidate Candidate, FitResult<GaussianMixtureModel> Fit)>();
        foreach (CovarianceKind kind in _options.Covariances)
        {
            for (int groups = _options.FewestGroups; groups <= _options.MostGroups; groups++)
            {
                tried.Add(Try(data, kind, groups, cancellationToken));
                progress?.Report(tried.Count);
            }
        }

        var choice = new MixtureChoice(tried[0].Fit, _options.Criterion, ValueList.From(tried.Select(static one => one.Candidate)));
        MixtureCandidate? chosen = choice.Chosen;
        FitResult<GaussianMixtureModel> fit = chosen is null
            ? new FitResult<GaussianMixtureModel>(null, tried[0].Fit.Report)
            : tried.First(one => one.Candidate == chosen).Fit;
        return choice with { Fit = fit };
    }

    private (MixtureCandidate Candidate, FitResult<GaussianMixtureModel> Fit) Try(FeatureMatrix data, CovarianceKind kind, int groups, CancellationToken cancellationToken)
    {
        GaussianMixtureOptions options = _options.Mixture.Copy();
        options.Groups = groups;
        options.Covariance = kind;
        FitResult<GaussianMixtureModel> fit = new GaussianMixtureEstimator(options).Fit(data, cancellationToken);
        MixtureCriteria? criteria = fit.Model is GaussianMixtureModel model && fit.Report.LogLikelihood is double logLikelihood
            ? new MixtureCriteria(logLikelihood, model.Parameters, fit.Report.Customers)
            : null;
        bool isSound = fit.Report.Converged && !fit.Report.Warnings.Any(static warning => warning.Code is MixtureWarnings.Collapsed or MixtureWarnings.Singular or MixtureWarnings.Empty);
        return (new MixtureCandidate(groups, kind, criteria, isSound), fit);
    }
}
