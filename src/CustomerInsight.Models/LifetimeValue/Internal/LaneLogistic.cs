using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Eight probabilities at a time from their log odds.</summary>
internal static class LaneLogistic
{
    /// <summary>1 / (1 + e^(−x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> logOdds)
    {
        Vector512<double> small = LaneExponential.Of(-Vector512.Abs(logOdds));
        return Vector512.ConditionalSelect(Vector512.GreaterThan(logOdds, Vector512<double>.Zero), Vector512<double>.One, small) / (Vector512<double>.One + small);
    }

    /// <summary>1 / (1 + e^(−x)), and ln(1 + e^x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> logOdds, out Vector512<double> softplus)
    {
        Vector512<double> small = LaneExponential.Of(-Vector512.Abs(logOdds));
        Vector512<double> isLikely = Vector512.GreaterThan(logOdds, Vector512<double>.Zero);
        softplus = LaneLogarithm.OnePlus(small) + Vector512.ConditionalSelect(isLikely, logOdds, Vector512<double>.Zero);
        return Vector512.ConditionalSelect(isLikely, Vector512<double>.One, small) / (Vector512<double>.One + small);
    }
}
