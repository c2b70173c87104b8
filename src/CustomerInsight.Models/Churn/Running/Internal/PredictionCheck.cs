namespace CustomerInsight.Models;

/// <summary>Checks the predictions that a host's model gave: what a result shows of a customer must be of that customer.</summary>
internal static class PredictionCheck
{
    /// <summary>Gives the predictions, copied where the host may change them later.</summary>
    /// <exception cref="InvalidOperationException">They are not those of the customers in order, or a chance is none.</exception>
    public static IReadOnlyList<ChurnPrediction> Checked(IChurnModel model, CustomerSnapshot snapshot, IReadOnlyList<ChurnPrediction>? predictions)
    {
        ValueList<string> names = snapshot.Features.Customers;
        ChurnPrediction[] found = [.. predictions ?? throw Wrong("no list of predictions")];
        if (found.Length != names.Count)
        {
            throw Wrong(FormattableString.Invariant($"{found.Length} predictions for {names.Count} customers"));
        }

        for (int i = 0; i < found.Length; i++)
        {
            string? problem = found[i] is null ? "null in the place of the prediction"
                : found[i].Customer != names[i] ? "the prediction of another customer"
                : found[i].Probability is not (null or (>= 0 and <= 1)) ? "a chance that is none"
                : null;
            if (problem is not null)
            {
                throw Wrong(FormattableString.Invariant($"{problem} at {i}"));
            }
        }

        return found;

        InvalidOperationException Wrong(string what) => new($"{model.GetType().Name} gave {what}. Return one prediction for each customer, in the same order, each chance from 0 to 1 or null.");
    }
}
