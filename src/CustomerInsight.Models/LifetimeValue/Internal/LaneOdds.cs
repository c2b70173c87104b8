using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Probabilities out of eight log odds at a time.</summary>
internal static class LaneOdds
{
    /// <summary>The probability from its log odds, and ln(1 + the odds), without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Probability(Vector512<double> logOdds, out Vector512<double> softplus)
    {
        Vector512<double> small = LaneExponential.Of(-Vector512.Abs(logOdds));
        Vector512<double> isLikely = Vector512.GreaterThan(logOdds, Vector512<double>.Zero);
        softplus = LaneLogarithm.OnePlus(small) + Vector512.ConditionalSelect(isLikely, logOdds, Vector512<double>.Zero);
        return Vector512.ConditionalSelect(isLikely, Vector512<double>.One, small) / (Vector512<double>.One + small);
    }
}
