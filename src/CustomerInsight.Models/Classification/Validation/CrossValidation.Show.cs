using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

public sealed partial record CrossValidation
{
    /// <summary>Measures all predicted rows together.</summary>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="baselines">Rules without a model, on the same rows.</param>
    /// <param name="weights">How much each row counts, finite and above 0; none for once each.</param>
    /// <param name="options">What to show; null for the defaults.</param>
    /// <returns>The report. Rows that no fold predicts are not in it.</returns>
    /// <exception cref="ArgumentException">There are more or fewer of one than of the other, no row is predicted, a number is not as said, or an option is out of its range.</exception>
    /// <remarks>Models of different folds are compared with each other here, which those of <see cref="Folds"/> are not: the area under the ROC curve may be a little lower than their mean.</remarks>
    public ClassificationReport ToReport(
        ReadOnlySpan<bool> labels, ValueList<BaselineScores> baselines = default, ReadOnlySpan<double> weights = default, ClassificationReportOptions? options = null)
    {
        ScoreCheck.Scores(new double[Margins.Count], labels, weights, nameof(labels));
        int[] rows = [.. Enumerable.Range(0, Margins.Count).Where(row => !double.IsNaN(Margins[row]))];
        return ClassificationReport.Of(
            [.. rows.Select(row => ClassificationModelExtensions.Logistic(Margins[row]))],
            Chosen(labels, rows),
            ValueList.From(baselines.Select(baseline => baseline with
            {
                Scores = Chosen(baseline.Scores, rows),
                Probabilities = baseline.Probabilities.Count == 0 ? default : Chosen(baseline.Probabilities, rows),
            })),
            weights.IsEmpty ? default : Chosen(weights, rows),
            options);
    }

    /// <summary>Writes the measures for a person.</summary>
    /// <returns>A line for each fold, then mean and standard deviation; no personal data.</returns>
    public string Describe() => new StringBuilder()
        .AppendGrid(
        [
            ["fold", "learned from", "predicted", "with event", "AUC", "average precision", "log loss", "Brier", "lift 10 %"],
            .. Folds.Select(static fold => (string[])
                [
                    fold.Fold,
                    Number(fold.TrainRows, "#,0"),
                    Number(fold.TestRows, "#,0"),
                    Number(fold.TestPositives, "#,0"),
                    Number(fold.AreaUnderRoc),
                    Number(fold.AveragePrecision),
                    Number(fold.LogLoss),
                    Number(fold.Brier),
                    Number(fold.LiftTop10, "0.000"),
                ]),
            ["mean", "", "", "", .. Measures().Select(static measure => Number(measure.Mean))],
            ["deviation", "", "", "", .. Measures().Select(static measure => Number(measure.StandardDeviation))],
        ])
        .ToString();

    private FoldMean[] Measures() => [AreaUnderRoc, AveragePrecision, LogLoss, Brier, LiftTop10];

    private static T[] Chosen<T>(ReadOnlySpan<T> values, int[] rows)
    {
        var chosen = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            chosen[i] = values[rows[i]];
        }

        return chosen;
    }

    private ValueList<double> Chosen(ValueList<double> scores, int[] rows) => scores.Count == Margins.Count
        ? ValueList.Create<double>(Chosen(scores.AsSpan(), rows))
        : throw new ArgumentException(FormattableString.Invariant($"A baseline has {scores.Count} numbers for {Margins.Count} rows. Give one for each row."), nameof(scores));

    private static string Number(double number, string format = "0.00000") => double.IsNaN(number) ? "–" : number.ToString(format, CultureInfo.InvariantCulture);
}
