namespace CustomerInsight.Models;

/// <summary>How likely a customer is to leave, and why.</summary>
/// <param name="Customer">The customer's name in results.</param>
/// <param name="Probability">The chance of leaving within the model's horizon, from 0 to 1; null where the model cannot say.</param>
/// <param name="Baseline">The log-odds that <paramref name="Contributions"/> start from.</param>
/// <param name="Contributions">What each feature adds, in the model's order of features: with <paramref name="Baseline"/> they add up to the log-odds of <paramref name="Probability"/>.</param>
public sealed record ChurnPrediction(string Customer, double? Probability, double Baseline, ValueList<FeatureContribution> Contributions)
{
    /// <summary>Says that there is a prediction, never whose or what: both are personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Probability is null ? "no churn prediction" : "churn prediction";
}
