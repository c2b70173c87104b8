using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Which classifier is taken, and why.</summary>
internal sealed record ChurnChoice(ChurnCandidate Candidate, string Reason)
{
    // By how many standard errors the better one is better, so that it is hardly chance.
    private const double SurelyErrors = 2;

    /// <summary>Chooses; null where none could be fitted.</summary>
    public static ChurnChoice? Of(ChurnCandidate[] candidates, bool[] labels, string[] customers)
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
        (double gain, double error) = GainOf(simple.Validation!.Margins, other.Validation!.Margins, labels, customers);
        string difference = string.Create(
            CultureInfo.InvariantCulture,
            $"the log loss of {ModelCard.Wording(other.Classifier)} is {(gain < 0 ? "higher" : "lower")} by {Math.Abs(gain):0.00000} (standard error {error:0.00000}) on rows not fitted on");
        return gain > SurelyErrors * error
            ? new ChurnChoice(other, $"{Capital(ModelCard.Wording(other.Classifier))}, since {difference}.")
            : new ChurnChoice(simple, $"{Capital(ModelCard.Wording(simple.Classifier))}, for it is the simpler one and {difference}{(gain > 0 ? ", which may be chance" : string.Empty)}.");
    }

    /// <summary>By how much the loss is lower on average, with the standard error of rows of which some are of one customer.</summary>
    private static (double Gain, double Error) GainOf(ValueList<double> simple, ValueList<double> other, bool[] labels, string[] customers)
    {
        int[] rows = [.. Enumerable.Range(0, labels.Length).Where(row => !double.IsNaN(simple[row]))];
        double[] gains = Array.ConvertAll(rows, row => Loss(simple[row], labels[row]) - Loss(other[row], labels[row]));
        double mean = gains.Average();
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < rows.Length; i++)
        {
            string customer = customers[rows[i]];
            sums[customer] = sums.GetValueOrDefault(customer) + gains[i] - mean;
        }

        return (mean, Math.Sqrt(sums.Values.Sum(static sum => sum * sum) * sums.Count / (sums.Count - 1)) / rows.Length);
    }

    private static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));

    private static double Loss(double margin, bool label) => Numeric.Softplus(label ? -margin : margin);
}
