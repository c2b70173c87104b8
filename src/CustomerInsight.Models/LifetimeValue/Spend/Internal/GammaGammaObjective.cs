using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>The mean of −ln L of the Gamma–Gamma model over all customers, as a function of the logs of its parameters.</summary>
/// <remarks>
/// Gamma functions are taken once for each distinct number of purchases.
/// With t the total of a customer's x amounts, ln L = −ln B(px, q) − q·ln(1 + t/γ) − px·ln(1 + γ/t) − ln(t/x), in which nothing large cancels.
/// <para>Source: Fader, Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), equation (1a).</para>
/// </remarks>
internal sealed class GammaGammaObjective : IObjective
{
    // e^20: beyond it the likelihood is flat and the model a limit case.
    private const double LargestLog = 20;

    private readonly SpendRows _rows;
    private readonly double[] _totals;
    private readonly double[] _inverses;
    private readonly double _meanLog;

    /// <param name="rows">The customers.</param>
    /// <param name="scale">The amount that counts as 1.</param>
    public GammaGammaObjective(SpendRows rows, double scale)
    {
        _rows = rows;
        _totals = new double[rows.Count];
        _inverses = new double[rows.Count];
        double logs = 0;
        for (int group = 0; group < rows.Purchases.Length; group++)
        {
            for (int i = rows.Starts[group]; i < rows.Starts[group + 1]; i++)
            {
                double mean = rows.Means[i] / scale;
                _totals[i] = rows.Purchases[group] * mean;
                _inverses[i] = 1 / _totals[i];
                logs += Math.Log(mean);
            }
        }

        _meanLog = logs / rows.Count;
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
        double value = 0;
        double byP = 0;
        double byQ = 0;
        double byGamma = 0;
        for (int group = 0; group < _rows.Purchases.Length; group++)
        {
            Range range = _rows.Starts[group].._rows.Starts[group + 1];
            double n = range.End.Value - range.Start.Value;
            double shape = p * _rows.Purchases[group];
            var sums = SpendSums.Of(_totals.AsSpan(range), _inverses.AsSpan(range), gamma);
            double lesser = Math.Min(shape, q);
            value += (n * (GammaRatio.Log(Math.Max(shape, q), lesser) - SpecialFunctions.GammaLn(lesser))) - (q * sums.LogOfTotal) - (shape * sums.LogOfScale);
            byP += shape * ((n * GammaRatio.Digamma(shape, q)) - sums.LogOfScale);
            byQ += q * ((n * GammaRatio.Digamma(q, shape)) - sums.LogOfTotal);
            byGamma += ((shape + q) * sums.Share) - (n * shape);
        }

        gradient[0] = -byP / _rows.Count;
        gradient[1] = -byQ / _rows.Count;
        gradient[2] = -byGamma / _rows.Count;
        return _meanLog - (value / _rows.Count);
    }
}
