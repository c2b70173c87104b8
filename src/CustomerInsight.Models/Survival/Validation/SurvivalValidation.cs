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
    /// <param name="training">The times it learned from, from which the baseline curve and the chance to be still watched are estimated; null for those of <paramref name="data"/>.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The measures; a score that the data do not give is not a number.</returns>
    /// <exception cref="ArgumentException">The features are not those of the model, a row is watched from later on, there are no rows, or an option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <remarks>The model is asked once for each row and time. The order of rows changes nothing but the last digits of means.</remarks>
    public static SurvivalValidation Of(
        [NotNull] ISurvivalModel model, [NotNull] SurvivalData data, SurvivalTimes? training = null, SurvivalValidationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new SurvivalValidationOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new SurvivalValidationOptionsValidator(), new SurvivalValidationOptionsRules());
        SurvivalTimes times = data.Times;
        CensoringWeights.ThrowIfLate(times, nameof(data));
        if (times.Count == 0 || data.Features.Columns != model.Columns)
        {
            throw new ArgumentException("There are no rows, or their features are not those of the model in its order. Give rows with the model's columns.", nameof(data));
        }

        var predictions = new SurvivalPredictions(model, data.Features, FixedChunks.Parallel(options.MaxDegreeOfParallelism, cancellationToken));
        double horizon = options.Horizon ?? Usual(times);
        var watched = CensoringWeights.Of(training ?? times);
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
            Models.Concordance.Harrell(times, predictions.Risks),
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

    private static double Usual(SurvivalTimes times)
    {
        double[] exits = times.Exits.ToArray();
        Array.Sort(exits);
        return exits[(int)(0.9 * (exits.Length - 1))];
    }

    private static string Share(double share) => double.IsFinite(share) ? share.ToString("0.0000", CultureInfo.InvariantCulture) : "–";
}
