using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>For eight customers who are alive and leave at a rate of which Gamma(s, b) is known: how long they will live within a time, discounted.</summary>
/// <remarks>
/// That is ∫ e^(−δu) (b / (b + u))^s du over 0 ≤ u ≤ h. In y = ln(1 + u / b) it is b ∫ e^(−δb (e^y − 1)) e^((1 − s) y) dy, an entire integrand without a singularity at s = 1. For ever it is b Ψ(1, 2 − s; δb) with
/// Tricomi's function Ψ, the discounted expected residual transactions per purchase a unit of time.
/// <para>Source: Fader, Hardie, Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42(4), 2005, appendix.</para>
/// </remarks>
internal static class LivingTime
{
    private const double Deepest = 42;
    private const double Slack = 4;

    // For ever: where discounting alone is below rounding, whatever s.
    private const double Beyond = 60;

    // Below it nothing is discounted before the largest number.
    private const double SmallestRate = 1e-280;

    /// <param name="s">s.</param>
    /// <param name="b">β + T.</param>
    /// <param name="ahead">h; infinite for ever.</param>
    /// <param name="rate">δ.</param>
    public static Vector512<double> Of(double s, Vector512<double> b, double ahead, double rate)
    {
        if (rate <= 0)
        {
            return Undiscounted(s, b, ahead);
        }

        Vector512<double> z = Lanes.Greatest(Vector512.Create(SmallestRate), Vector512.Create(rate) * b);
        Vector512<double> end = LaneLogarithm.OnePlus(double.IsPositiveInfinity(ahead) ? Vector512.Create(Beyond) / z : Vector512.Create(ahead) / b);
        Vector512<double> falling = Vector512.Create(1 - s);
        Vector512<double> top = s >= 1
            ? Vector512<double>.Zero
            : Lanes.Least(end, LaneLogarithm.Of(Lanes.Greatest(Vector512<double>.One, falling / z)));
        Vector512<double> lowest = Height(top, z, falling);
        Vector512<double> enough = lowest + Vector512.Create(Deepest + Slack);
        Vector512<double> height = Height(end, z, falling);
        while (Vector512.GreaterThanAny(height, enough))
        {
            // The height is convex: from the right, Newton's steps never go too far.
            Vector512<double> step = (height - lowest - Vector512.Create(Deepest)) / Slope(end, z, falling);
            end -= Vector512.ConditionalSelect(Vector512.GreaterThan(height, enough), step, Vector512<double>.Zero);
            height = Height(end, z, falling);
        }

        Vector512<double> sum = Vector512<double>.Zero;
        while (Vector512.GreaterThanAny(end, Vector512<double>.Zero))
        {
            Vector512<double> steepness = Lanes.Greatest(Vector512<double>.One, Slope(end, z, falling));
            Vector512<double> panel = Lanes.Least(end, Lanes.Least(Vector512.Create(GaussLegendre.PanelWidth), Vector512.Create(GaussLegendre.PanelHeight) / steepness));
            end -= panel;
            for (int i = 0; i < GaussLegendre.Count; i++)
            {
                Vector512<double> y = Lanes.MultiplyAdd(panel, Vector512.Create(GaussLegendre.Nodes[i]), end);
                Vector512<double> density = LaneExponential.Of(lowest - Height(y, z, falling));
                sum = Lanes.MultiplyAdd(panel * Vector512.Create(GaussLegendre.Weights[i]), density, sum);
            }
        }

        return b * sum * LaneExponential.Of(-lowest);
    }

    private static Vector512<double> Undiscounted(double s, Vector512<double> b, double ahead)
    {
        if (double.IsPositiveInfinity(ahead))
        {
            return s > 1 ? b / Vector512.Create(s - 1) : Vector512.Create(double.PositiveInfinity);
        }

        Vector512<double> end = LaneLogarithm.OnePlus(Vector512.Create(ahead) / b);
        Vector512<double> exponent = end * Vector512.Create(1 - s);

        // (e^e − 1) / e is 1 where e is 0: at s = 1.
        Vector512<double> mean = Vector512.ConditionalSelect(
            Vector512.Equals(exponent, Vector512<double>.Zero), Vector512<double>.One, LaneExponential.MinusOne(Lanes.Greatest(Vector512.Create(-700.0), exponent)) / exponent);
        return b * end * mean;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Height(Vector512<double> y, Vector512<double> z, Vector512<double> falling) =>
        Lanes.MultiplyAdd(z, LaneExponential.MinusOne(y), -(falling * y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Slope(Vector512<double> y, Vector512<double> z, Vector512<double> falling) =>
        Lanes.MultiplyAdd(z, LaneExponential.Of(y), -falling);
}
