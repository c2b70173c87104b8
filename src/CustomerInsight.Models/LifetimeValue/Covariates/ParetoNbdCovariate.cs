using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What a covariate does to the parameters of the Pareto/NBD model.</summary>
/// <param name="Column">The covariate's name.</param>
/// <param name="Mean">Its mean over the customers that the model learned from.</param>
/// <param name="Rate">By how much 1 more of it raises the log of the purchase rate (γ₁): α is that of the average customer times e^(−<paramref name="Rate"/> · difference).</param>
/// <param name="DropOut">By how much 1 more of it raises the log of the rate of leaving (γ₂): β is that of the average customer times e^(−<paramref name="DropOut"/> · difference).</param>
public readonly record struct ParetoNbdCovariate(string Column, double Mean, double Rate, double DropOut)
{
    /// <summary>Writes the coefficients.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Column} (rate {Rate:G4}, drop-out {DropOut:G4})");
}
