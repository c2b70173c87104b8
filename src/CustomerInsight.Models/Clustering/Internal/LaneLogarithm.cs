using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Eight logarithms at a time, to the same bits on every processor.</summary>
internal static class LaneLogarithm
{
    // ln 2 in two parts: the first has its low bits zero, so that a whole number of it is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // The bits of √½: where numbers are cut into a power of two and a factor from √½ to √2.
    private const long SquareRootOfHalf = 0x3FE6_A09E_667F_3BCD;
    private const long Mantissa = 0x000F_FFFF_FFFF_FFFF;

    /// <summary>Computes the logarithms of normal numbers above 0, to about one unit in the last place.</summary>
    /// <remarks>Source: reduction as in Muller, "Elementary Functions" (2016), chapter 11; the series is that of 2 artanh(s), s = (m − 1) / (m + 1).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> value)
    {
        Vector512<long> bits = value.AsInt64() - Vector512.Create(SquareRootOfHalf);
        Vector512<double> power = Vector512.ConvertToDouble(Vector512.ShiftRightArithmetic(bits, 52));
        Vector512<double> excess = ((bits & Vector512.Create(Mantissa)) + Vector512.Create(SquareRootOfHalf)).AsDouble() - Vector512<double>.One;
        Vector512<double> s = excess / (excess + Vector512.Create(2.0));
        Vector512<double> square = s * s;
        Vector512<double> sum = Vector512.Create(2 / 21.0);
        sum = Lanes.MultiplyAdd(sum, square, Vector512.Create(2 / 19.0));
        sum = Lanes.MultiplyAdd(sum, square, Vector512.Create(2 / 17.0));
        sum = Lanes.MultiplyAdd(sum, square, Vector512.Create(2 / 15.0));
        sum = Lanes.MultiplyAdd(sum, square, Vector512.Create(2 / 13.0));
        sum = Lanes.MultiplyAdd(sum, square, Vector512.Create(2 / 11.0));
        sum = Lanes.MultiplyAdd(sum, square, Vector512.Create(2 / 9.0));
        sum = Lanes.MultiplyAdd(sum, square, Vector512.Create(2 / 7.0));
        sum = Lanes.MultiplyAdd(sum, square, Vector512.Create(2 / 5.0));
        sum = Lanes.MultiplyAdd(sum, square, Vector512.Create(2 / 3.0));

        // ln(1 + f) = f − (f²/2 − s (f²/2 + the rest)): f itself is exact, so that no digits are lost near 1.
        Vector512<double> half = Vector512.Create(0.5) * excess * excess;
        Vector512<double> rest = Lanes.MultiplyAdd(s, Lanes.MultiplyAdd(sum, square, half), power * Vector512.Create(Ln2Low));
        return Lanes.MultiplyAdd(power, Vector512.Create(Ln2High), excess - (half - rest));
    }

    /// <summary>Computes ln(1 + x) for finite numbers of at least 0, with all digits where x is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OnePlus(Vector512<double> x)
    {
        Vector512<double> sum = Vector512<double>.One + x;

        // What rounding took from the sum, which matters to small logarithms only.
        Vector512<double> lost = Vector512.ConditionalSelect(
            Vector512.LessThan(sum, Vector512.Create(2.0)), x - (sum - Vector512<double>.One), Vector512<double>.Zero);
        return Of(sum) + lost;
    }
}
