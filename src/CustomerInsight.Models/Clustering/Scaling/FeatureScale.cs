namespace CustomerInsight.Models;

/// <summary>The fitted scale of one feature: x becomes (t(x) − <paramref name="Center"/>) / <paramref name="Scale"/>, where t is the log for <see cref="FeatureTransform.LogStandardize"/>, else x itself.</summary>
/// <param name="Column">The feature's name.</param>
/// <param name="Transform">What was fitted.</param>
/// <param name="Center">What becomes 0. Finite.</param>
/// <param name="Scale">What becomes 1. Finite, above 0; 0 for a feature that is the same for all, which becomes 0 everywhere.</param>
public sealed record FeatureScale(string Column, FeatureTransform Transform, double Center, double Scale)
{
    /// <summary>Gets whether the feature was the same in all rows it was fitted on, so that it tells none apart.</summary>
    public bool IsConstant => Scale == 0;

    /// <summary>Brings a number to the scale.</summary>
    /// <param name="value">The feature as it was measured.</param>
    /// <returns>The scaled number; not a number for one that is none.</returns>
    public double Apply(double value) => Scale == 0 ? value - value : (Shape(value) - Center) / Scale;

    /// <summary>Brings a scaled number back to what was measured.</summary>
    /// <param name="scaled">The scaled number.</param>
    /// <returns>The number as it would have been measured.</returns>
    public double Undo(double scaled)
    {
        double shaped = (scaled * Scale) + Center;
        return Transform == FeatureTransform.LogStandardize ? Math.CopySign(Numeric.ExpM1(Math.Abs(shaped)), shaped) : shaped;
    }

    private double Shape(double value) => Transform == FeatureTransform.LogStandardize ? SignedLog.Of(value) : value;
}
