using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Eight exponentials at a time, to the same bits on every processor.</summary>
internal static class LaneExponential
{
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts: the first has its low bits zero, so that a whole number of it is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // 1.5 × 2⁵²: adding it leaves a whole number in the low bits of the mantissa.
    private const double Shift = 6755399441055744.0;

    /// <summary>Below it the exponential is taken for zero.</summary>
    private const double SmallestExponent = -707;

    /// <summary>Computes the exponentials of numbers of at most 700, to about one unit in the last place; 0 below −707.</summary>
    /// <remarks>Source: reduction and series as in Muller, "Elementary Functions" (2016), chapters 4 and 11; the series is Taylor's to the 13th power on |r| ≤ ln 2 / 2.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> exponent)
    {
        Vector512<double> tiny = Vector512.LessThan(exponent, Vector512.Create(SmallestExponent));
        exponent = Lanes.Greatest(exponent, Vector512.Create(SmallestExponent));
        Vector512<double> sum = Reduced(exponent, out Vector512<double> rest, out Vector512<long> power);
        sum = Lanes.MultiplyAdd(sum, rest, Vector512<double>.One);
        return Vector512.AndNot((sum.AsInt64() + power).AsDouble(), tiny);
    }

    /// <summary>Computes e^x − 1 for numbers from −700 to 700, with all digits where x is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MinusOne(Vector512<double> exponent)
    {
        Vector512<double> sum = Reduced(exponent, out Vector512<double> rest, out Vector512<long> power);
        Vector512<double> scale = (Vector512<double>.One.AsInt64() + power).AsDouble();
        return Lanes.MultiplyAdd(scale, sum * rest, scale - Vector512<double>.One);
    }

    /// <summary>Gives (e^r − 1) / r, where r is what is left of a number after whole multiples of ln 2, and these as the bits of an exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Reduced(Vector512<double> exponent, out Vector512<double> rest, out Vector512<long> power)
    {
        Vector512<double> shifted = Lanes.MultiplyAdd(exponent, Vector512.Create(Log2E), Vector512.Create(Shift));
        Vector512<double> whole = shifted - Vector512.Create(Shift);
        rest = Lanes.MultiplyAdd(whole, Vector512.Create(-Ln2High), exponent);
        rest = Lanes.MultiplyAdd(whole, Vector512.Create(-Ln2Low), rest);
        Vector512<double> sum = Vector512.Create(1 / 6227020800.0);
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 479001600.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 39916800.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 3628800.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 362880.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 40320.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 5040.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 720.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 120.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 24.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(1 / 6.0));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512.Create(0.5));
        sum = Lanes.MultiplyAdd(sum, rest, Vector512<double>.One);
        power = Vector512.ShiftLeft(shifted.AsInt64(), 52);
        return sum;
    }
}
