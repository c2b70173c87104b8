namespace CustomerInsight.Models;

/// <summary>The ends of intervals around a chance to survive.</summary>
internal static class SurvivalLimits
{
    /// <param name="survival">The chance.</param>
    /// <param name="relative">Its standard error, relative to it.</param>
    /// <param name="width">How many standard errors the interval reaches to either side.</param>
    /// <param name="interval">On which scale.</param>
    public static (double Low, double High) Of(double survival, double relative, double width, SurvivalInterval interval)
    {
        if (survival <= 0)
        {
            return (double.NaN, double.NaN);
        }

        if (survival >= 1)
        {
            return (1, 1);
        }

        double half = width * relative;
        switch (interval)
        {
            case SurvivalInterval.Plain:
                return (Math.Max(0, survival - (half * survival)), Math.Min(1, survival + (half * survival)));
            case SurvivalInterval.Log:
                return (survival * Math.Exp(-half), Math.Min(1, survival * Math.Exp(half)));
            default:
                double hazard = -Math.Log(survival);
                double factor = Math.Exp(half / hazard);
                return (Math.Exp(-hazard * factor), Math.Exp(-hazard / factor));
        }
    }
}
