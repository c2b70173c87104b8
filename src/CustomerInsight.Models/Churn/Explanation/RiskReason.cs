namespace CustomerInsight.Models;

/// <summary>One reason for a prediction, in words.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="LogOdds">What it adds to the log-odds: above 0 where it raises the risk.</param>
/// <param name="Text">What is so, and which way it moves the risk. It holds the customer's values: not for logs.</param>
public sealed record RiskReason(string Feature, double LogOdds, string Text)
{
    /// <summary>Gets whether it raises the risk.</summary>
    public bool Raises => LogOdds > 0;

    /// <summary>Gets by what it multiplies the odds.</summary>
    public double OddsRatio => Math.Exp(LogOdds);

    /// <summary>Writes the feature and which way it moves the risk, never the value, which may be personal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Feature} {(Raises ? "raises" : "lowers")} the risk";
}
