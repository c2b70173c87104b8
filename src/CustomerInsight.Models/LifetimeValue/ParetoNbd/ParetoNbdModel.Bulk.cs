using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

public sealed partial record ParetoNbdModel
{
    void IBulkPurchaseModel.ProbabilitiesAlive(ReadOnlySpan<RepeatPattern> patterns, Span<double> results)
    {
        results = results[..patterns.Length];
        for (int i = 0; i < patterns.Length; i += Lanes.Count)
        {
            var eight = PatternLanes.From(patterns, i, Unit);
            Vector512<double> logOdds = State.LogOddsOfHavingLeft(eight.Repeats, eight.Active, eight.Tenure);
            for (int lane = 0; lane < Lanes.Count && i + lane < results.Length; lane++)
            {
                results[i + lane] = Numeric.Logistic(logOdds[lane]);
            }
        }
    }

    void IBulkPurchaseModel.DiscountedPurchasesIfAlive(ReadOnlySpan<RepeatPattern> patterns, Duration ahead, DiscountRate rate, Span<double> results)
    {
        double time = Time(ahead, nameof(ahead), allowForever: true);
        double perUnit = rate.ContinuousPer(Unit);
        results = results[..patterns.Length];
        for (int i = 0; i < patterns.Length; i += Lanes.Count)
        {
            var eight = PatternLanes.From(patterns, i, Unit);
            Vector512<double> purchaseRate = (Vector512.Create(R) + eight.Repeats) / (Vector512.Create(Alpha) + eight.Tenure);
            PatternLanes.Store(purchaseRate * LivingTime.Of(S, Vector512.Create(Beta) + eight.Tenure, time, perUnit), results, i);
        }
    }
}
