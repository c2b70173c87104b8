using System.Globalization;
using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>What one feature does to the time that customers stay.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Value">By how much the log of the time grows with each unit of the feature; 0 where the feature was left out.</param>
/// <param name="StandardError">The standard error; null where the feature was left out or the search did not converge.</param>
public sealed record AftCoefficient(string Feature, double Value, double? StandardError = null)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>Gets by how much the time is multiplied with each unit of the feature.</summary>
    public double TimeRatio => Math.Exp(Value);

    /// <summary>Gets where the 95 % interval of the time ratio begins; null without a standard error.</summary>
    public double? Low => StandardError is double error ? Math.Exp(Value - (Normal95 * error)) : null;

    /// <summary>Gets where that interval ends; null without a standard error.</summary>
    public double? High => StandardError is double error ? Math.Exp(Value + (Normal95 * error)) : null;

    /// <summary>Gets the value in standard errors; null without one.</summary>
    public double? Z => Value / StandardError;

    /// <summary>Gets how probable a value so far from 0 is where the feature does nothing; null without a standard error.</summary>
    public double? PValue => Z is double z ? SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2)) : null;

    /// <summary>Writes the coefficient.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature}: {Value:G5}, time ratio {TimeRatio:G5}, p {PValue:G3}");
}
