using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
#if !NET9_0_OR_GREATER
using System.Runtime.Intrinsics.X86;
#endif

namespace CustomerInsight.Models;

/// <summary>Eight doubles at a time, on any processor: the lanes are fixed, and so is every rounding.</summary>
internal static class Lanes
{
    public const int Count = 8;

    /// <summary>a × b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c)
    {
#if NET9_0_OR_GREATER
        return Vector512.FusedMultiplyAdd(a, b, c);
#else
        if (Avx512F.IsSupported)
        {
            return Avx512F.FusedMultiplyAdd(a, b, c);
        }

        return Fma.IsSupported
            ? Vector512.Create(Fma.MultiplyAdd(a.GetLower(), b.GetLower(), c.GetLower()), Fma.MultiplyAdd(a.GetUpper(), b.GetUpper(), c.GetUpper()))
            : EachAlone(a, b, c);
#endif
    }

    /// <summary>The lesser of two numbers, neither of which may be not a number: cheaper than what must look for that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Least(Vector512<double> a, Vector512<double> b) =>
#if NET9_0_OR_GREATER
        Vector512.MinNative(a, b);
#else
        Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);
#endif

    /// <summary>The greater of two numbers, neither of which may be not a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Greatest(Vector512<double> a, Vector512<double> b) =>
#if NET9_0_OR_GREATER
        Vector512.MaxNative(a, b);
#else
        Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);
#endif

    /// <summary>The sum of the lanes, one after the other: the order in which a processor would add them is not promised.</summary>
    public static double Sum(Vector512<double> lanes)
    {
        double sum = 0;
        for (int lane = 0; lane < Count; lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }

#if !NET9_0_OR_GREATER
    private static Vector512<double> EachAlone(Vector512<double> a, Vector512<double> b, Vector512<double> c)
    {
        Vector512<double> result = c;
        for (int lane = 0; lane < Count; lane++)
        {
            result = result.WithElement(lane, Math.FusedMultiplyAdd(a[lane], b[lane], c[lane]));
        }

        return result;
    }
#endif
}
