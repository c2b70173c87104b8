using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>The mean of −ln L of the Gamma–Gamma model over all customers, as a function of the logs of its parameters.</summary>
/// <remarks>
/// Gamma functions are taken once for each distinct number of purchases.
/// <para>Source: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), equation (1a).</para>
/// </remarks>
internal sealed class GammaGammaObjective : IObjective
{
    private const double LargestLog = 25;

    private readonly Group[] _groups;
    private readonly double _customers;

    /// <param name="sorted">Usable patterns in order of purchases, then of spend.</param>
    /// <param name="scale">The amount that counts as 1.</param>
    public GammaGammaObjective(IReadOnlyList<SpendPattern> sorted, double scale)
    {
        _customers = sorted.Count;
        _groups = [.. sorted.GroupBy(static pattern => pattern.Purchases).Select(group =>
        {
            double[] totals = [.. group.Select(pattern => pattern.Purchases * (pattern.MeanSpend / scale))];
            return new Group(group.Key, totals, totals.Sum(Math.Log));
        })];
    }

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        foreach (double log in point)
        {
            if (!(Math.Abs(log) <= LargestLog))
            {
                return double.PositiveInfinity;
            }
        }

        double p = Math.Exp(point[0]);
        double q = Math.Exp(point[1]);
        double gamma = Math.Exp(point[2]);
        double logGammaQ = SpecialFunctions.GammaLn(q);
        double digammaQ = SpecialFunctions.DiGamma(q);
        double value = 0;
        double byP = 0;
        double byQ = 0;
        double byGamma = 0;
        foreach (Group group in _groups)
        {
            int x = group.Purchases;
            double shape = p * x;
            double n = group.Totals.Length;
            double logs = 0;
            double inverses = 0;
            foreach (double total in group.Totals)
            {
                logs += Math.Log(gamma + total);
                inverses += 1 / (gamma + total);
            }

            double digammaAll = SpecialFunctions.DiGamma(shape + q);
            value += (n * (SpecialFunctions.GammaLn(shape + q) - SpecialFunctions.GammaLn(shape) - logGammaQ + (q * point[2])))
                + ((shape - 1) * group.LogTotals) + (n * Math.Log(x)) - ((shape + q) * logs);
            byP += x * ((n * (digammaAll - SpecialFunctions.DiGamma(shape))) + group.LogTotals - logs);
            byQ += (n * (digammaAll - digammaQ + point[2])) - logs;
            byGamma += (n * q / gamma) - ((shape + q) * inverses);
        }

        gradient[0] = -byP * p / _customers;
        gradient[1] = -byQ * q / _customers;
        gradient[2] = -byGamma * gamma / _customers;
        return -value / _customers;
    }

    private sealed record Group(int Purchases, double[] Totals, double LogTotals);
}
