using System.Globalization;
using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>What one column does to the hazard.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">By how much the log of the hazard grows for one more unit of the column; 0 where the column was left out.</param>
/// <param name="Mean">The column's mean where the model was fitted: from where contributions are measured.</param>
/// <param name="Deviation">Its standard deviation there. At least 0.</param>
public sealed record CoxCoefficient(string Column, double Value, double Mean = 0, double Deviation = 1)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>Gets the standard error by the information.</summary>
    /// <value>Null where the column was left out, and where the fit did not converge.</value>
    public double? StandardError { get; init; }

    /// <summary>Gets the standard error that holds also where rows are alike within clusters, or where the model is not quite true.</summary>
    /// <value>Null where it was not asked for.</value>
    public double? RobustError { get; init; }

    /// <summary>Gets the error that tests and intervals are by: the robust one where there is one.</summary>
    public double? Error => RobustError ?? StandardError;

    /// <summary>Gets by how much the log of the hazard grows for one standard deviation of the column: what makes columns comparable.</summary>
    public double PerDeviation => Value * Deviation;

    /// <summary>Gets by what the hazard is multiplied for one more unit of the column.</summary>
    public double HazardRatio => Math.Exp(Value);

    /// <summary>Gets <see cref="Value"/> in units of <see cref="Error"/>.</summary>
    /// <value>Null where there is no error.</value>
    public double? ZValue => Value / Error;

    /// <summary>Gets how probable an estimate so far from 0 is where the column does nothing (Wald's test, both sides).</summary>
    /// <value>From 0 to 1; null where there is no error.</value>
    public double? PValue => ZValue is double z ? SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2)) : null;

    /// <summary>Gets where the 95 % interval of <see cref="Value"/> begins.</summary>
    /// <value>Null where there is no error.</value>
    public double? Low => Value - (Normal95 * Error);

    /// <summary>Gets where that interval ends.</summary>
    public double? High => Value + (Normal95 * Error);

    /// <summary>Writes column and hazard ratio.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Column}: hazard × {HazardRatio:G5}");
}
