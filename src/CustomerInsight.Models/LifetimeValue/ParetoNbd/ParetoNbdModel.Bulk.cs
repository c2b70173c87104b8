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

    void IBulkPurchaseModel.DiscountedPurchasesIfAlive(ReadOnlySpan<RepeatPattern> patterns, Duration ahead, DiscountRate rate, Span<double> results, ParallelOptions? parallel)
    {
        double time = Time(ahead, nameof(ahead), allowForever: true);
        double perUnit = rate.ContinuousPer(Unit);
        double days = Unit.Days();
        results = results[..patterns.Length];
        bool isQuadrature = perUnit > 0 && time > 0;
        if (isQuadrature)
        {
            foreach (ref readonly RepeatPattern pattern in patterns)
            {
                pattern.ThrowIfInvalid(nameof(patterns));
            }

            // How long they live depends on the tenure alone.
            TenurePanels.Evaluate((_, tenure) => LivingTime.Of(S, Vector512.Create(Beta + (tenure / days)), time, perUnit).ToScalar(), Beta * days, patterns, results, parallel);
        }

        for (int i = 0; i < patterns.Length; i += Lanes.Count)
        {
            var eight = PatternLanes.From(patterns, i, Unit);
            Vector512<double> purchaseRate = (Vector512.Create(R) + eight.Repeats) / (Vector512.Create(Alpha) + eight.Tenure);
            Vector512<double> living = isQuadrature ? PatternLanes.Read(results, i) : LivingTime.Of(S, Vector512.Create(Beta) + eight.Tenure, time, 0);
            PatternLanes.Store(purchaseRate * living, results, i);
        }
    }
}
