using System.Globalization;
using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>What one feature does to the hazard.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Mean">Its mean in the fit, from which contributions are counted. Finite.</param>
/// <param name="Deviation">Its standard deviation in the fit. At least 0.</param>
/// <param name="Value">By how much the log of the hazard grows with each unit of the feature; 0 where the feature was left out.</param>
/// <param name="StandardError">The standard error; null where the feature was left out or the search did not converge.</param>
/// <param name="RobustError">The standard error that holds also where rows are alike within clusters or the model is not quite true; null where it was not asked for.</param>
public sealed record CoxCoefficient(string Feature, double Mean, double Deviation, double Value, double? StandardError, double? RobustError = null)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>Gets the standard error that intervals and tests are of: the robust one where there is one.</summary>
    public double? Error => RobustError ?? StandardError;

    /// <summary>Gets by how much the hazard is multiplied with each unit of the feature.</summary>
    public double HazardRatio => Math.Exp(Value);

    /// <summary>Gets by how much the hazard is multiplied with each standard deviation of the feature.</summary>
    public double HazardRatioPerDeviation => Math.Exp(Value * Deviation);

    /// <summary>Gets where the 95 % interval of the hazard ratio begins; null without a standard error.</summary>
    public double? Low => Error is double error ? Math.Exp(Value - (Normal95 * error)) : null;

    /// <summary>Gets where that interval ends; null without a standard error.</summary>
    public double? High => Error is double error ? Math.Exp(Value + (Normal95 * error)) : null;

    /// <summary>Gets the value in standard errors; null without one.</summary>
    public double? Z => Value / Error;

    /// <summary>Gets how probable a value so far from 0 is where the feature does nothing; null without a standard error.</summary>
    public double? PValue => Z is double z ? SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2)) : null;

    /// <summary>Writes the coefficient.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature}: {Value:G5}, hazard ratio {HazardRatio:G5}, p {PValue:G3}");
}
