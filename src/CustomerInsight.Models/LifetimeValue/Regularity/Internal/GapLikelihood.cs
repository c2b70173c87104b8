using MathNet.Numerics;

namespace CustomerInsight.Models;

/// <summary>How likely the shares of gaps are if they are gamma with shape k: Dirichlet (k, …, k), whatever each customer's rate, drop-out and time of observation.</summary>
/// <remarks>Given number and time of the last purchase, the density of the purchases before it has no other parameter, so that its log adds to that of a model of those two.</remarks>
internal sealed class GapLikelihood
{
    // How many customers have so many gaps.
    private readonly SortedDictionary<int, int> _customers = [];
    private readonly double _logShares;

    public GapLikelihood(IEnumerable<GapPattern> patterns)
    {
        // Sorted, since sums of doubles depend on the order.
        GapPattern[] sorted = [.. patterns.Where(static pattern => pattern.Gaps >= 2).OrderBy(static pattern => pattern.Gaps).ThenBy(static pattern => pattern.SumOfLogShares)];
        foreach (GapPattern pattern in sorted)
        {
            _customers[pattern.Gaps] = _customers.GetValueOrDefault(pattern.Gaps) + 1;
            _logShares += pattern.SumOfLogShares;
        }

        Customers = sorted.Length;
        Gaps = sorted.Sum(static pattern => (long)pattern.Gaps);
    }

    /// <summary>How many customers have two gaps or more: the others say nothing.</summary>
    public int Customers { get; }

    /// <summary>How many gaps those have.</summary>
    public long Gaps { get; }

    /// <summary>The log-likelihood above that of k = 1.</summary>
    public double GainOver1(double k) => ((k - 1) * _logShares) + _customers.Sum(
        item => item.Value * (SpecialFunctions.GammaLn(item.Key * k) - SpecialFunctions.GammaLn(item.Key) - (item.Key * SpecialFunctions.GammaLn(k))));

    /// <summary>Its derivative; falls with k.</summary>
    public double Slope(double k) => _logShares + _customers.Sum(
        item => (double)item.Value * item.Key * (SpecialFunctions.DiGamma(item.Key * k) - SpecialFunctions.DiGamma(k)));
}
