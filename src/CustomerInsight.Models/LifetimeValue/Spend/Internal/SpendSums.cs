using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The three sums over customers that the Gamma–Gamma likelihood needs, eight customers at a time.</summary>
/// <remarks>Logarithms are taken of products: Σ ln w = ln Π w. Where a product could leave the range of a double, its exponent is taken out and counted.</remarks>
/// <param name="LogOfTotal">Σ ln(1 + t / γ).</param>
/// <param name="LogOfScale">Σ ln(1 + γ / t).</param>
/// <param name="Share">Σ t / (γ + t).</param>
internal readonly record struct SpendSums(double LogOfTotal, double LogOfScale, double Share)
{
    // Products of so many factors of at most 2^100 stay in range.
    private const int FactorsInRange = 8;
    private const double LargestFactor = 1.2e30;
    private const long MantissaBits = 0x000F_FFFF_FFFF_FFFF;
    private const int ExponentBias = 1023;

    /// <param name="totals">t: what each customer spent in all, in order. Above 0.</param>
    /// <param name="inverses">1 / t.</param>
    /// <param name="gamma">γ.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static SpendSums Of(ReadOnlySpan<double> totals, ReadOnlySpan<double> inverses, double gamma)
    {
        double perGamma = 1 / gamma;
        bool inRange = totals.Length > 0 && totals[^1] * perGamma < LargestFactor && gamma * inverses[0] < LargestFactor;
        ReadOnlySpan<Vector512<double>> totalLanes = MemoryMarshal.Cast<double, Vector512<double>>(inRange ? totals : []);
        ReadOnlySpan<Vector512<double>> inverseLanes = MemoryMarshal.Cast<double, Vector512<double>>(inverses);
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> share = Vector512<double>.Zero;
        Vector512<double> byTotal = one;
        Vector512<double> byScale = one;
        Vector512<long> totalExponent = Vector512<long>.Zero;
        Vector512<long> scaleExponent = Vector512<long>.Zero;
        for (int i = 0; i < totalLanes.Length; i++)
        {
            Vector512<double> ratio = totalLanes[i] * perGamma;
            Vector512<double> factor = one + ratio;
            share += ratio / factor;
            byTotal *= factor;
            byScale *= Lanes.MultiplyAdd(inverseLanes[i], Vector512.Create(gamma), one);
            if (i % FactorsInRange == FactorsInRange - 1)
            {
                (byTotal, totalExponent) = TakeOut(byTotal, totalExponent);
                (byScale, scaleExponent) = TakeOut(byScale, scaleExponent);
            }
        }

        double logOfTotal = Log(byTotal, totalExponent);
        double logOfScale = Log(byScale, scaleExponent);
        double shares = Lanes.Sum(share);
        for (int i = totalLanes.Length * Lanes.Count; i < totals.Length; i++)
        {
            double ratio = totals[i] * perGamma;
            logOfTotal += Numeric.Log1P(ratio);
            logOfScale += Numeric.Log1P(gamma * inverses[i]);
            shares += ratio / (1 + ratio);
        }

        return new SpendSums(logOfTotal, logOfScale, shares);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Mantissa, Vector512<long> Exponent) TakeOut(Vector512<double> product, Vector512<long> exponent)
    {
        Vector512<long> bits = product.AsInt64();
        Vector512<long> mantissa = (bits & Vector512.Create(MantissaBits)) | Vector512<double>.One.AsInt64();
        return (mantissa.AsDouble(), exponent + Vector512.ShiftRightLogical(bits, 52) - Vector512.Create<long>(ExponentBias));
    }

    private static double Log(Vector512<double> mantissa, Vector512<long> exponent)
    {
        double sum = 0;
        for (int lane = 0; lane < Lanes.Count; lane++)
        {
            sum += Math.Log(mantissa[lane]) + (exponent[lane] * Math.Log(2));
        }

        return sum;
    }
}
