using MathNet.Numerics;

namespace CustomerInsight.Models;

internal static class ChiSquaredTail
{
    /// <summary>How probable a chi-squared at least so large is; with 0 degrees of freedom it is 0 for certain.</summary>
    public static double Of(int degrees, double statistic) => statistic <= 0 || degrees == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2);
}
