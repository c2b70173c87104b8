using System.Globalization;
using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>What one column does to the log-odds of an event.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">By how much the log-odds grow for one more unit of the column. 0 where the column was left out.</param>
/// <param name="Mean">The column's mean where the model was fitted: from where contributions are measured.</param>
/// <param name="Deviation">Its standard deviation there (over n). At least 0.</param>
public sealed record LogisticCoefficient(string Column, double Value, double Mean = 0, double Deviation = 1)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>Gets the standard error of <see cref="Value"/>.</summary>
    /// <value>Null with a penalty, which makes the usual errors misleading, for a column that was left out, and where the fit did not converge. With <see cref="LogisticOptions.PositiveWeight"/> other than 1, the robust error of Huber and White.</value>
    public double? StandardError { get; init; }

    /// <summary>Gets by how much the log-odds grow for one standard deviation of the column: what makes columns comparable.</summary>
    public double PerDeviation => Value * Deviation;

    /// <summary>Gets by what the odds of the event are multiplied for one more unit of the column.</summary>
    public double OddsRatio => Math.Exp(Value);

    /// <summary>Gets <see cref="Value"/> in standard errors.</summary>
    /// <value>Null where there is no standard error.</value>
    public double? ZValue => Value / StandardError;

    /// <summary>Gets how probable an estimate so far from 0 is where the column does nothing (Wald's test, both sides).</summary>
    /// <value>From 0 to 1; null where there is no standard error.</value>
    public double? PValue => ZValue is double z ? SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2)) : null;

    /// <summary>Gets where the 95 % interval of <see cref="Value"/> begins.</summary>
    /// <value>Null where there is no standard error.</value>
    public double? Low => Value - (Normal95 * StandardError);

    /// <summary>Gets where that interval ends.</summary>
    public double? High => Value + (Normal95 * StandardError);

    /// <summary>Writes column and coefficient.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Column}: {Value:+0.000000;-0.000000;0}");
}
