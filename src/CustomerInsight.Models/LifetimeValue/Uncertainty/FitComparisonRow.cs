using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>One of several fits to the same data.</summary>
/// <param name="Model">What was fitted.</param>
/// <param name="Parameters">How many parameters it has.</param>
/// <param name="LogLikelihood">The log-likelihood.</param>
/// <param name="Aic">Akaike's information criterion.</param>
/// <param name="AicBehind">How much it is above the best of them; above 10, next to nothing speaks for the model.</param>
/// <param name="AicWeight">How much speaks for the model among these, from 0 to 1: the weights sum to 1.</param>
/// <param name="Bic">Schwarz's information criterion.</param>
/// <param name="BicBehind">How much it is above the best of them.</param>
public readonly record struct FitComparisonRow(
    string Model, int Parameters, double LogLikelihood, double Aic, double AicBehind, double AicWeight, double Bic, double BicBehind)
{
    /// <summary>Writes the numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Model}: log-likelihood {LogLikelihood:F2}, AIC {Aic:F2} (weight {AicWeight:F4}), BIC {Bic:F2}");
}
