namespace CustomerInsight.Models;

/// <summary>The chance to have left for one cause, summed over time, with its variance.</summary>
internal static class IncidenceSums
{
    /// <param name="name">The cause.</param>
    /// <param name="all">Ends of any cause.</param>
    /// <param name="own">Ends of this cause: the same times.</param>
    /// <param name="staying">The curve of those who left for none.</param>
    /// <param name="level">How sure the intervals are to be.</param>
    public static CauseIncidence Of(string name, RiskTable all, RiskTable own, SurvivalCurve staying, double level)
    {
        int n = all.Times.Length;
        double[] probabilities = new double[n];
        double[] errors = new double[n];
        double events = 0;
        double incidence = 0;
        double before = 1;

        // With F(t) − F(tⱼ) multiplied out, the variance at every time comes from sums that grow by one term a time.
        (double a, double aF, double aFF) = (0, 0, 0);
        (double b, double c, double cF) = (0, 0, 0);
        for (int i = 0; i < n; i++)
        {
            double risk = all.AtRisk[i];
            double share = own.Events[i] / risk;
            events += own.Events[i];
            incidence += before * share;
            double left = all.Left(i, all.Events[i]);
            double greenwood = left > 0 ? all.Events[i] / (risk * left) : 0;
            (a, aF, aFF) = (a + greenwood, aF + (greenwood * incidence), aFF + (greenwood * incidence * incidence));
            double cross = before * share / risk;
            (b, c, cF) = (b + (before * before * share * (1 - share) / risk), c + cross, cF + (cross * incidence));
            double variance = (incidence * incidence * a) - (2 * incidence * aF) + aFF + b - (2 * incidence * c) + (2 * cF);
            probabilities[i] = Math.Min(1, incidence);
            errors[i] = Math.Sqrt(Math.Max(0, variance));
            before = staying.Probabilities[i];
        }

        return new CauseIncidence(name, events, staying.Times, probabilities, errors, level);
    }
}
