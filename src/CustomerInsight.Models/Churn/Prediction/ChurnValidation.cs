using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>How well an event can be predicted, and by which classifier best: each row predicted by what was learned from other customers.</summary>
/// <param name="Candidates">The classifiers tried.</param>
/// <param name="Chosen">Which is taken.</param>
/// <param name="Reason">Why.</param>
/// <param name="Probabilities">The chance of each row, calibrated by other customers, as far as these were predicted early enough: by snapshot, the earliest first, then by customer. Not a number for a row that no fold predicts.</param>
/// <param name="Report">How good these are, on the rows that have one; errors and p-values take customers to be independent.</param>
public sealed record ChurnValidation(ValueList<ChurnCandidate> Candidates, ChurnClassifier Chosen, string Reason, ValueList<double> Probabilities, ClassificationReport Report)
{
    /// <summary>Writes the validation for a person.</summary>
    /// <returns>A line for each candidate, why one is taken, and its report; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendGrid(
        [
            ["folds' mean", "AUC", "average precision", "log loss", "Brier", "lift 10 %"],
            .. Candidates.Select(static candidate => (string[])
            [
                ModelCard.Wording(candidate.Classifier),
                .. candidate.Validation is { } found
                    ? new[] { found.AreaUnderRoc, found.AveragePrecision, found.LogLoss, found.Brier, found.LiftTop10 }.Select(static measure => measure.Mean.ToString("0.00000", CultureInfo.InvariantCulture))
                    : Enumerable.Repeat("–", 5),
            ]),
        ]);
        return text.AppendLine(Reason).AppendLine().Append(Report.Describe()).ToString();
    }
}
