namespace CustomerInsight.Models;

/// <summary>Sums of discounted survival, for a number of periods or for ever.</summary>
/// <remarks>
/// The first terms are added; what is left of the endless sum is an integral by the Euler–Maclaurin formula, taken by the exp–sinh rule, which needs no
/// more for a sum that ends late or hardly converges at all.
/// <para>Source: Fader, Hardie, "Customer-Base Valuation in a Contractual Setting: The Perils of Ignoring Heterogeneity", Marketing Science 29(1), 2010 (the sums);
/// Takahasi, Mori, "Double Exponential Formulas for Numerical Integration", Publ. RIMS 9 (1974); NIST Digital Library of Mathematical Functions, 2.10.1.</para>
/// </remarks>
internal static class ContractSums
{
    private const int Terms = 1_000;
    private const double Step = 1.0 / 32;

    /// <summary>Σₜ S(t) / S(given) · e^(−δ(t − from)) for t = from, from + 1, …</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="given">What survival is relative to. At most <paramref name="from"/>.</param>
    /// <param name="from">The first term.</param>
    /// <param name="count">How many terms, each of which takes its time; null for all, which takes none.</param>
    /// <param name="delta">The continuous rate of discount a period. At least 0.</param>
    /// <returns>The sum; infinite where it does not converge.</returns>
    public static double Of(ContractCurve curve, double given, double from, int? count, double delta)
    {
        if (count is null && delta == 0 && curve.Alpha * curve.C <= 1)
        {
            return double.PositiveInfinity;
        }

        double sum = 0;
        double log = curve.LogRetention(given, from);
        int terms = count ?? Terms;
        for (int i = 0; i < terms; i++)
        {
            double term = Math.Exp(log - (delta * i));
            sum += term;
            if (!(term > 0))
            {
                return sum;
            }

            log += curve.LogRetention(from + i, from + i + 1);
        }

        return count is null ? sum + Tail(curve, curve.LogSurvival(given), from, from + terms, delta) : sum;
    }

    // Σ f(t) from a start that is far from 0: there f is smooth on the scale of a period.
    private static double Tail(ContractCurve curve, double logGiven, double from, double start, double delta)
    {
        double slope = Slope(start);
        double third = Slope(start + 1) - (2 * slope) + Slope(start - 1);
        return Integral(curve, logGiven, from, start, delta) + (Value(start) / 2) - (slope / 12) + (third / 720);

        double Value(double t) => Math.Exp(curve.LogSurvival(t) - logGiven - (delta * (t - from)));

        double Slope(double t) => Value(t) * (curve.LogSlope(t) - delta);
    }

    // ∫ f(t) dt from the start on, with t = start · (1 + e^(π/2 · sinh u)).
    private static double Integral(ContractCurve curve, double logGiven, double from, double start, double delta)
    {
        double logStart = Math.Log(start);
        double sum = 0;
        double largest = 0;
        for (double u = -4.5; ; u += Step)
        {
            double log = Math.PI / 2 * Math.Sinh(u);
            double logTime = logStart + Numeric.Softplus(log);
            double ahead = start - from + (start * Math.Exp(log));
            double term = Math.Exp(curve.LogSurvivalAt(logTime) - logGiven - (delta > 0 ? delta * ahead : 0) + logStart + log) * (Math.PI / 2 * Math.Cosh(u));
            sum += term;
            largest = Math.Max(largest, term);
            if (u > 0 && term <= 1e-18 * largest)
            {
                return sum * Step;
            }
        }
    }
}
