namespace CustomerInsight.Models;

/// <summary>Fits the chance to leave in each period among those who are still there: survival for what happens once a period, such as monthly billing.</summary>
/// <remarks>
/// Each row becomes one for every period in which it was watched, and a logistic regression learns in which of them the event comes. An event counts in the period it falls into; without one, periods watched to their end
/// count. Rows watched from later on count from the first period that they were watched all through. Features that change are given as several rows, each with its stretch (entry and time).
/// Where stretches meet within a period, the data must say by a cluster for each life which of them belong together: the period then counts for the stretch that holds its end, or the event. Strata are not looked at.
/// <para>Sources: Cox, "Regression models and life-tables", Journal of the Royal Statistical Society B 34 (1972), section 6; Singer, Willett, "It's about time: using discrete-time survival
/// analysis", Journal of Educational Statistics 18 (1993).</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class DiscreteHazardEstimator : IEstimator<SurvivalData, DiscreteHazardModel>
{
    private readonly DiscreteHazardOptions _options;

    /// <summary>Makes an estimator.</summary>
    /// <param name="options">How to fit; null for the defaults. Read once, here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public DiscreteHazardEstimator(DiscreteHazardOptions? options = null)
    {
        options ??= new DiscreteHazardOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new DiscreteHazardOptionsValidator());
        _options = options.Copy();
    }

    /// <summary>Fits the model.</summary>
    /// <param name="data">The rows, in any order.</param>
    /// <param name="cancellationToken">Stops the fit.</param>
    /// <returns>The model and how the fit went, as <see cref="LogisticEstimator"/> says; the log-likelihood is that of the periods.</returns>
    /// <exception cref="ArgumentException">There are more rows of periods than a matrix holds, or a row has more than 10,000,000 periods, or a feature has the name of a period.</exception>
    /// <exception cref="OperationCanceledException">The fit was stopped.</exception>
    /// <remarks>As a logistic regression on as many rows as all customers together have periods, of as many columns as there are features and periods with events enough.</remarks>
    public FitResult<DiscreteHazardModel> Fit(SurvivalData data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var periods = new PersonPeriods(data, _options.PeriodLength, _options.Cause);
        if (periods.Events < _options.MinimumEvents)
        {
            return new FitResult<DiscreteHazardModel>(
                null, FitReport.TooLittle(DiscreteHazardModel.Name, data.Times.Count, [CoxWarnings.TooFewEvents(periods.Events, _options.MinimumEvents, _options.Cause), .. NotCounted(periods)]));
        }

        FitWarning[] warnings = [.. NotCounted(periods), .. IdentifierColumns.Warnings(data.Features)];
        ValueList<int> starts = [1];
        if (_options.Shape == HazardShape.PerPeriod)
        {
            (int[] atRisk, int[] events) = periods.ByPeriod();
            starts = PeriodBaseline.Pieces(atRisk, events, _options.MinimumEventsInPeriod);
        }

        FitResult<LogisticModel> fit = new LogisticEstimator(new LogisticOptions
        {
            Penalty = _options.Penalty,
            PenaltyStrength = _options.PenaltyStrength,
            MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism,
        }).Fit(periods.Expand(new PeriodBaseline(_options.Shape, starts)), cancellationToken);
        DiscreteHazardModel? model = fit.Model is null ? null : new DiscreteHazardModel(fit.Model, _options.Shape, starts, _options.PeriodLength, periods.Last) { Cause = _options.Cause };
        return new FitResult<DiscreteHazardModel>(model, fit.Report with
        {
            Model = DiscreteHazardModel.Name,
            Customers = data.Times.Count,
            Warnings = [.. warnings, .. fit.Report.Warnings.Except(warnings)],
            Figures = [.. fit.Report.Figures, new FitFigure("customer-periods", periods.Count), new FitFigure("events", periods.Events)],
        });
    }

    private static FitWarning[] NotCounted(PersonPeriods periods) => periods.EventsNotCounted == 0 ? [] : [new FitWarning(
        "events-not-counted",
        FormattableString.Invariant($"{periods.EventsNotCounted} events are of rows watched from within the period of the event on, and do not count. Where rows are stretches of a life, number the lives as clusters, so that stretches join, or cut at ends of periods."))];
}
