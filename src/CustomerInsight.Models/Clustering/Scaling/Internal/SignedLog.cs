namespace CustomerInsight.Models;

/// <summary>ln(1 + x), continued to negative numbers as an odd function, so that refunds have a place on the scale too.</summary>
internal static class SignedLog
{
    public static double Of(double value) => Math.CopySign(Numeric.Log1P(Math.Abs(value)), value);
}
