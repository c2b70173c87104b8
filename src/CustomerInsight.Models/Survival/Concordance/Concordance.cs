using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Measures of how well a risk orders customers by who leaves first.</summary>
/// <remarks>
/// Two rows compare where one left while the other was at risk: the other was watched longer, or as long without the event, and entered before. Of two rows that left at the same time, neither is first.
/// Equal risks count half. The order of rows changes nothing.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class Concordance
{
    /// <summary>Gives Harrell's concordance index.</summary>
    /// <param name="times">The times; an end of any cause is an event. A pair counts the product of the weights of its rows.</param>
    /// <param name="risk">The risk of each row: the higher, the sooner the event. No number may be missing.</param>
    /// <param name="strata">The stratum of each row: rows compare within strata only. None for one stratum.</param>
    /// <param name="clusters">The number of each row's cluster, whose rows are of one customer or otherwise alike: the standard error is then by clusters. None where each row is on its own.</param>
    /// <returns>The index with its standard error.</returns>
    /// <exception cref="ArgumentException">There is not one risk, or one stratum or cluster, for each row, or a risk is not a number.</exception>
    /// <remarks>
    /// O(n log n). It depends on how many are censored when; where that differs between data sets, <see cref="Uno"/> compares better.
    /// <para>Sources: Harrell, Lee, Mark, "Multivariable prognostic models", Statistics in Medicine 15 (1996); Therneau, Watson, "The concordance statistic and the Cox model" (2015) for the error.</para>
    /// </remarks>
    public static ConcordanceEstimate Harrell([NotNull] SurvivalTimes times, ReadOnlySpan<double> risk, ReadOnlySpan<int> strata = default, ReadOnlySpan<int> clusters = default)
    {
        ArgumentNullException.ThrowIfNull(times);
        Check(times, risk);
        if (!clusters.IsEmpty && clusters.Length != times.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{times.Count} times come with {clusters.Length} clusters. Give one for each row."), nameof(clusters));
        }

        if (strata.IsEmpty)
        {
            return ConcordanceSums.Estimate([ConcordanceSums.Of(times, risk, null, clusters.IsEmpty ? null : clusters.ToArray())]);
        }

        if (strata.Length != times.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{times.Count} times come with {strata.Length} strata. Give one for each row."), nameof(strata));
        }

        var rows = new SortedDictionary<int, List<int>>();
        for (int row = 0; row < strata.Length; row++)
        {
            if (!rows.TryGetValue(strata[row], out List<int>? list))
            {
                rows.Add(strata[row], list = []);
            }

            list.Add(row);
        }

        var sums = new List<ConcordanceSums>();
        foreach (List<int> own in rows.Values)
        {
            double[] risks = new double[own.Count];
            int[]? ownClusters = clusters.IsEmpty ? null : new int[own.Count];
            for (int i = 0; i < risks.Length; i++)
            {
                risks[i] = risk[own[i]];
                if (ownClusters is not null)
                {
                    ownClusters[i] = clusters[own[i]];
                }
            }

            sums.Add(ConcordanceSums.Of(times.Take(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(own)), risks, null, ownClusters));
        }

        return ConcordanceSums.Estimate(sums);
    }

    /// <summary>Gives Uno's concordance index, which does not depend on when rows were censored: pairs are weighted by how likely they were to be seen.</summary>
    /// <param name="times">The times, all watched from 0.</param>
    /// <param name="risk">The risk of each row: the higher, the sooner the event.</param>
    /// <param name="until">Up to which time events count: where few are still watched, weights grow without bound. Above 0; infinite for all times at which anyone can still be watched.</param>
    /// <param name="censoring">The times from which the chance to be still watched is estimated, all watched from 0; null for <paramref name="times"/> themselves.</param>
    /// <returns>The index with its standard error.</returns>
    /// <exception cref="ArgumentException">There is not one risk for each row, a risk is not a number, or a row is watched from later on.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is not above 0.</exception>
    /// <remarks>O(n log n). <para>Source: Uno, Cai, Pencina, D'Agostino, Wei, "On the C-statistics for evaluating overall adequacy of risk prediction procedures with censored survival data",
    /// Statistics in Medicine 30 (2011), formula 6, with the chance to be watched just before each event.</para></remarks>
    public static ConcordanceEstimate Uno([NotNull] SurvivalTimes times, ReadOnlySpan<double> risk, double until = double.PositiveInfinity, SurvivalTimes? censoring = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        Check(times, risk);
        CensoringWeights.ThrowIfLate(times, nameof(times));
        if (!(until > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, "Expected a time above 0.");
        }

        var watched = CensoringWeights.Of(times, censoring, nameof(censoring));
        double[] factors = new double[times.Count];
        for (int row = 0; row < factors.Length; row++)
        {
            double chance = times.Exits[row] < until ? watched.Before(times.Exits[row]) : 0;
            factors[row] = chance > 0 ? 1 / (chance * chance) : 0;
        }

        return ConcordanceSums.Of(times, risk, factors).Estimate();
    }

    /// <summary>Gives how well a risk tells those who leave up to a time from those who are still there after it: the area under the ROC curve at that time.</summary>
    /// <param name="times">The times, all watched from 0.</param>
    /// <param name="risk">The risk of each row: the higher, the sooner the event.</param>
    /// <param name="time">The time. Above 0, finite.</param>
    /// <param name="censoring">The times from which the chance to be still watched is estimated, all watched from 0; null for <paramref name="times"/> themselves.</param>
    /// <returns>From 0 to 1, equal risks counting half; not a number where nobody left up to the time, nobody is seen after it, or one left when by <paramref name="censoring"/> nobody is watched any more.</returns>
    /// <exception cref="ArgumentException">There is not one risk for each row, a risk is not a number, or a row is watched from later on.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not above 0 and finite.</exception>
    /// <remarks>O(n log n). Those who left count the inverse of the chance to be still watched just before they did.
    /// <para>Source: Uno, Cai, Tian, Wei, "Evaluating prediction rules for t-year survivors with censored regression models", Journal of the American Statistical Association 102 (2007).</para></remarks>
    public static double AreaAt([NotNull] SurvivalTimes times, ReadOnlySpan<double> risk, double time, SurvivalTimes? censoring = null)
    {
        ArgumentNullException.ThrowIfNull(times);
        Check(times, risk);
        CensoringWeights.ThrowIfLate(times, nameof(times));
        ParameterCheck.Positive(time, nameof(time));
        return AreaUnderCurve.At(times, risk, time, CensoringWeights.Of(times, censoring, nameof(censoring)));
    }

    private static void Check(SurvivalTimes times, ReadOnlySpan<double> risk)
    {
        if (risk.Length != times.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{times.Count} times come with {risk.Length} risks. Give one for each row."), nameof(risk));
        }

        for (int row = 0; row < risk.Length; row++)
        {
            if (double.IsNaN(risk[row]))
            {
                throw new ArgumentException(FormattableString.Invariant($"The risk of row {row} is not a number. Give one, or leave the row out."), nameof(risk));
            }
        }
    }
}
