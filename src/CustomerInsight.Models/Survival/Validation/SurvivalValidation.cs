using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How well a survival model foretells: order, distance and calibration, beside one curve for everyone.</summary>
/// <param name="Concordance">How well its risk orders who leaves first (Harrell).</param>
/// <param name="UnoConcordance">The same with weights for censoring, up to the horizon (Uno).</param>
/// <param name="Horizon">Up to when it was measured.</param>
/// <param name="Rows">Its scores at times up to the horizon.</param>
/// <param name="IntegratedBrier">The mean of its Brier score up to the horizon.</param>
/// <param name="BaselineIntegratedBrier">That of one Kaplan–Meier curve for everyone: a model above it is worse than none.</param>
/// <param name="Calibration">What was foretold at the horizon and what came, those of the highest risk first.</param>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record SurvivalValidation(
    ConcordanceEstimate Concordance,
    ConcordanceEstimate UnoConcordance,
    double Horizon,
    ValueList<SurvivalScoreRow> Rows,
    double IntegratedBrier,
    double BaselineIntegratedBrier,
    ValueList<SurvivalCalibrationRow> Calibration)
{
    /// <summary>Measures a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">What came of customers that the model has not learned from, all watched from 0.</param>
    /// <param name="training">The times it learned from, all watched from 0, from which the baseline curve and the chance to be still watched are estimated; null for those of <paramref name="data"/>.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The measures; a score that the data do not give is not a number.</returns>
    /// <exception cref="ArgumentException">The features are not those of the model, a row is watched from later on, there are no rows, an option is out of its range, the horizon is not before the end of the watch,
    /// or the model has a hazard for each of several strata: validate those that <see cref="CoxModel.InStratum"/> gives on the rows of each.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>
    /// The model is asked once for each row and time. The order of rows changes nothing but the last digits of means. Harrell's index compares rows within the strata of the data; the other measures take all rows together.
    /// <para>Where the model is of one cause (<see cref="ISurvivalModel.Cause"/>), only ends by that one are events, in the training too, and for all others the watch ends. What is measured is then the chance to be there had
    /// that cause been the only one. Of the chance that it comes to pass beside others, <see cref="AalenJohansen"/> says more.</para>
    /// </remarks>
    public static SurvivalValidation Of(
        [NotNull] ISurvivalModel model, [NotNull] SurvivalData data, SurvivalTimes? training = null, SurvivalValidationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new SurvivalValidationOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new SurvivalValidationOptionsValidator(), new SurvivalValidationOptionsRules());
        CensoringWeights.ThrowIfLate(data.Times, nameof(data));
        if (data.Times.Count == 0 || training is { Count: 0 } || data.Features.Columns != model.Columns)
        {
            throw new ArgumentException("There are no rows, to measure on or of the training, or their features are not those of the model in its order. Give rows with the model's columns.", nameof(data));
        }

        if (model is CoxModel { Baselines.Count: > 1 } stratified)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The model has {stratified.Baselines.Count} strata, each with a hazard of its own. Validate the model that {nameof(CoxModel.InStratum)} gives on the rows of each stratum."), nameof(model));
        }

        SurvivalTimes times = data.Times.OnlyCause(model.Cause);
        training = training?.OnlyCause(model.Cause);
        double horizon = HorizonOf(times, training, options);
        var watched = CensoringWeights.Of(times, training, nameof(training));
        var predictions = new SurvivalPredictions(model, data.Features, FixedChunks.Parallel(options.MaxDegreeOfParallelism, cancellationToken));
        SurvivalCurve baseline = KaplanMeier.Estimate(training ?? times).Curve;
        var rows = new SurvivalScoreRow[options.Times];
        double[] same = new double[times.Count];
        double[] last = [];
        for (int i = 0; i < rows.Length; i++)
        {
            double time = horizon * (i + 1) / rows.Length;
            last = predictions.Survival(time);
            same.AsSpan().Fill(baseline.At(time));
            rows[i] = new SurvivalScoreRow(
                time, SurvivalBrierScore.At(times, last, time, watched), SurvivalBrierScore.At(times, same, time, watched), AreaUnderCurve.At(times, predictions.Risks, time, watched));
        }

        double[] at = Array.ConvertAll(rows, static row => row.Time);
        return new SurvivalValidation(
            Models.Concordance.Harrell(times, predictions.Risks, data.Strata),
            Models.Concordance.Uno(times, predictions.Risks, horizon, training),
            horizon,
            ValueList.Create<SurvivalScoreRow>(rows),
            SurvivalBrierScore.Integrated(at, Array.ConvertAll(rows, static row => row.Brier)),
            SurvivalBrierScore.Integrated(at, Array.ConvertAll(rows, static row => row.BaselineBrier)),
            SurvivalCalibration.Of(times, last, horizon, options.Groups));
    }

    /// <summary>Writes the measures for a person.</summary>
    /// <returns>A line for each measure and a table of the calibration; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"up to {Horizon:G5}: Harrell's {Concordance}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Uno's {UnoConcordance}");
        text.AppendLine(CultureInfo.InvariantCulture, $"integrated Brier score {IntegratedBrier:0.0000}, that of one curve for everyone {BaselineIntegratedBrier:0.0000}");
        return text.AppendGrid(
        [
            ["customers", "foretold still there", "observed", "from", "to"],
            .. Calibration.Select(static row => new[] { row.Customers.ToString("#,0", CultureInfo.InvariantCulture), Share(row.Foretold), Share(row.Observed), Share(row.Low), Share(row.High) }),
        ]).ToString();
    }

    // After the end of the watch nobody is seen, so who is there is not known.
    private static double HorizonOf(SurvivalTimes times, SurvivalTimes? training, SurvivalValidationOptions options)
    {
        double[] exits = times.Exits.ToArray();
        Array.Sort(exits);
        double end = exits[^1];
        if (training is not null)
        {
            double last = 0;
            foreach (double exit in training.Exits)
            {
                last = Math.Max(last, exit);
            }

            end = Math.Min(end, last);
        }

        if (options.Horizon >= end)
        {
            throw new ArgumentException(FormattableString.Invariant($"The horizon is {options.Horizon:G6}, but nothing is known of who is there after the end of the watch, {end:G6}. Set an earlier one, or null for a time that suits the data."), nameof(options));
        }

        double usual = exits[(int)(0.9 * (exits.Length - 1))];
        int before = exits.AsSpan().IndexOfAnyInRange(end, double.MaxValue) - 1;
        return options.Horizon ?? (usual < end ? usual : before >= 0 ? exits[before] : end / 2);
    }

    private static string Share(double share) => double.IsFinite(share) ? share.ToString("0.0000", CultureInfo.InvariantCulture) : "–";
}
