using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>What a covariate does to the parameters of the BG/NBD model.</summary>
/// <param name="Column">The covariate's name.</param>
/// <param name="Mean">Its mean over the customers that the model learned from.</param>
/// <param name="Rate">By how much 1 more of it raises the log of the purchase rate (γ₁): α is that of the average customer times e^(−<paramref name="Rate"/> · difference).</param>
/// <param name="A">By how much 1 more of it raises the log of a (γ₂).</param>
/// <param name="B">By how much 1 more of it raises the log of b (γ₃).</param>
public readonly record struct BgNbdCovariate(string Column, double Mean, double Rate, double A, double B)
{
    /// <summary>Writes the coefficients.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Column} (rate {Rate:G4}, a {A:G4}, b {B:G4})");
}
