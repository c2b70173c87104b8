using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Which classifier is taken, and why.</summary>
internal sealed record ChurnChoice(ChurnCandidate Candidate, string Reason)
{
    /// <summary>Chooses; null where none could be fitted.</summary>
    public static ChurnChoice? Of(ChurnCandidate[] candidates, bool[] labels)
    {
        ChurnCandidate[] fitted = Array.FindAll(candidates, static candidate => candidate.Validation is not null);
        if (fitted.Length == 0)
        {
            return null;
        }

        if (fitted.Length == 1)
        {
            string name = Capital(ModelCard.Wording(fitted[0].Classifier));
            return new ChurnChoice(fitted[0], candidates.Length == 1 ? $"{name} was asked for." : $"{name} alone could be fitted.");
        }

        (ChurnCandidate simple, ChurnCandidate other) = (fitted[0], fitted[1]);
        double[] gains = [.. labels.Select((label, row) => Loss(simple.Validation!.Margins[row], label) - Loss(other.Validation!.Margins[row], label))];
        (double gain, double error) = ImportanceTable.MeanAndError(gains);
        bool better = gain > error;
        string difference = string.Create(CultureInfo.InvariantCulture, $"the log loss of {ModelCard.Wording(other.Classifier)} is lower by {gain:0.00000;-0.00000} ± {error:0.00000} on rows not fitted on");
        return better
            ? new ChurnChoice(other, $"{Capital(ModelCard.Wording(other.Classifier))}, since {difference}.")
            : new ChurnChoice(simple, $"{Capital(ModelCard.Wording(simple.Classifier))}, for it is the simpler one and {difference}, no more than chance.");
    }

    private static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));

    private static double Loss(double margin, bool label) => Numeric.Softplus(label ? -margin : margin);
}
