using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How well purchase models foretold what customers did after the calibration, beside forecasts that need no model.</summary>
/// <param name="Length">How long the holdout is.</param>
/// <param name="Customers">How many customers there are.</param>
/// <param name="Models">The models' names, no two alike.</param>
/// <param name="Forecasts">The purchases of each customer in the holdout by each model, in the order given, then by the baselines (<see cref="BaselineNames"/>).</param>
/// <param name="ByFrequency">The same by how often customers bought again in the calibration.</param>
/// <param name="Tracking">The repeat purchases of all in time; empty where the holdout has no timeline.</param>
/// <param name="CountFit">How many customers bought again how often in the calibration.</param>
/// <param name="CountFitTests">Whether that is as each model says.</param>
/// <param name="Values">What each customer spent in the holdout, as <paramref name="Forecasts"/>; empty without a spend model or amounts. A baseline's purchases count at the customer's own mean spend, else at that of all.</param>
/// <param name="Spend">The spend on a purchase day; null without a spend model or amounts.</param>
/// <param name="Later">The customers who came later, of whom no forecast knew.</param>
/// <remarks>Source of tables and charts: Fader, Hardie, Lee, "'Counting Your Customers' the Easy Way", Marketing Science 24(2), 2005, section 5.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record ModelValidation(
    Duration Length,
    int Customers,
    ValueList<string> Models,
    ValueList<ForecastScore> Forecasts,
    ValueList<FrequencyRow> ByFrequency,
    ValueList<TrackingRow> Tracking,
    ValueList<CountFitRow> CountFit,
    ValueList<CountFitTest> CountFitTests,
    ValueList<ForecastScore> Values,
    SpendScore? Spend,
    LaterCustomers Later)
{
    /// <summary>Holds models against a holdout.</summary>
    /// <param name="holdout">What customers did after the calibration.</param>
    /// <param name="models">The models, fitted on the calibration alone. May be none, for the baselines.</param>
    /// <param name="spend">The model of what customers spend, fitted on the calibration alone; null to compare purchases only.</param>
    /// <param name="options">What to show; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">The holdout has no customers, a model is null, an option is out of its range, or the spend model has no mean.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>A prediction for each customer and model, and one for each day of the timeline; probabilities for each tenure that occurs, of more than 4,096 for that many groups of neighbours.</remarks>
    public static ModelValidation Of(
        [NotNull] PurchaseHoldout holdout,
        [NotNull] IReadOnlyList<IPurchaseModel> models,
        GammaGammaModel? spend = null,
        ValidationOptions? options = null,
        CancellationToken cancellationToken = default) => Of(holdout, models, spend, options, out _, cancellationToken);

    internal static ModelValidation Of(
        [NotNull] PurchaseHoldout holdout, [NotNull] IReadOnlyList<IPurchaseModel> models, GammaGammaModel? spend, ValidationOptions? options, out LogScores scores, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(holdout);
        ArgumentNullException.ThrowIfNull(models);
        options ??= new ValidationOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new ValidationOptionsValidator());
        if (holdout.PatternArray.Length == 0)
        {
            throw new ArgumentException("The calibration has no customer with a purchase, so there is nothing to compare. Choose a later end of the calibration.", nameof(holdout));
        }

        if (models.Contains(null!))
        {
            throw new ArgumentException("A model is null. Leave out models that were not fitted.", nameof(models));
        }

        if (spend is { Q: <= 1 })
        {
            throw new ArgumentException("With q of 1 or less the mean spend does not exist, so there is nothing to compare. Fit the spend on more data, or leave it out.", nameof(spend));
        }

        ParallelOptions parallel = FixedChunks.Parallel(options.MaxDegreeOfParallelism, cancellationToken);
        var forecasts = CountForecasts.Of(holdout, models, parallel);
        LogScores logs = scores = LogScores.Of(holdout, models, parallel);
        double[] actual = Array.ConvertAll(holdout.PurchaseArray, static count => (double)count);
        ValueList<CountFitRow> counts = CountFitTable.Rows(holdout.PatternArray, models, options.LargestRepeats, parallel);
        SpendForecasts? values = spend is null || holdout.Calibration is null ? null : new SpendForecasts(holdout, spend);
        return new ModelValidation(
            holdout.Length,
            actual.Length,
            ValueList.From(forecasts.Names.Take(models.Count)),
            ValueList.From(forecasts.Expected.Select((expected, i) => Scoring.Of(forecasts.Names[i], i >= models.Count, expected, actual) with { LogScore = i < models.Count ? logs.Mean(i) : null })),
            FrequencyTable.Of(holdout, forecasts.Expected, options.LargestRepeats),
            holdout.Timeline is { } timeline ? TrackingTable.Of(timeline, models, options.TrackingDays, parallel) : [],
            counts,
            ValueList.From(models.Select((model, i) => CountFitTable.Test(forecasts.Names[i], model.Parameters.Count, counts, i))),
            values?.Values(forecasts) ?? [],
            values?.OnPurchaseDays(),
            holdout.Later);
    }
}
