using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

public sealed partial record BgNbdModel
{
    // A polynomial takes as many calls as there are nodes and checks.
    private const int WorthAPolynomial = PanelPolynomial.Size + 3;

    void IBulkPurchaseModel.ProbabilitiesAlive(ReadOnlySpan<RepeatPattern> patterns, Span<double> results)
    {
        results = results[..patterns.Length];
        for (int i = 0; i < patterns.Length; i += Lanes.Count)
        {
            var eight = PatternLanes.From(patterns, i, Unit);
            Vector512<double> chances = eight.Repeats + Vector512.Create(Variant == BgNbdVariant.Modified ? 1.0 : 0);
            Vector512<double> shape = Lanes.MultiplyAdd(eight.Repeats, Vector512.Create((double)Regularity), Vector512.Create(R));
            Vector512<double> silent = eight.Tenure - eight.Active;
            Vector512<double> silence = shape * LaneLogarithm.OnePlus(silent / (eight.Active + Vector512.Create(Alpha)));
            Vector512<double> stages = StagesOver(shape, silent / (eight.Tenure + Vector512.Create(Alpha)));
            Vector512<double> oddsAtOnce = Vector512.Create(A) / ((chances + Vector512.Create(B - 1)) * stages);
            Vector512<double> alive = LaneLogistic.Of(-(silence + LaneLogarithm.Of(oddsAtOnce)));
            PatternLanes.Store(Vector512.ConditionalSelect(Vector512.Equals(chances, Vector512<double>.Zero), Vector512<double>.One, alive), results, i);
        }
    }

    void IBulkPurchaseModel.DiscountedPurchasesIfAlive(ReadOnlySpan<RepeatPattern> patterns, Duration ahead, DiscountRate rate, Span<double> results, ParallelOptions? parallel)
    {
        double days = ahead.CheckedDays(nameof(ahead), allowForever: true);
        double delta = rate.ContinuousPer(TimeUnit.Day);
        results = results[..patterns.Length];
        if (Regularity == 1)
        {
            TenurePanels.Evaluate((repeats, tenure) => PurchasesOf(Alive(new RepeatPattern(repeats, 0, tenure)), days, delta), AlphaDays, patterns, results, parallel);
            return;
        }

        // From a known stage on they depend on repeats and tenure alone; the weights of the stages depend on the silence too.
        double[] fromStage = new double[patterns.Length];
        Span<double> stages = stackalloc double[Regularity];
        results.Clear();
        for (int j = 0; j < Regularity; j++)
        {
            int stage = j;
            TenurePanels.Evaluate(
                (repeats, tenure) => PurchasesOf(Alive(new RepeatPattern(repeats, 0, tenure)) with { Stage = stage }, days, delta), AlphaDays, patterns, fromStage, parallel, WorthAPolynomial);
            for (int i = 0; i < results.Length; i++)
            {
                Alive(patterns[i]).WriteStages(stages);
                results[i] += stages[j] * fromStage[i];
            }
        }
    }

    /// <summary>Σⱼ (s)ⱼ / j! · shareʲ.</summary>
    private Vector512<double> StagesOver(Vector512<double> shape, Vector512<double> share)
    {
        Vector512<double> term = Vector512<double>.One;
        Vector512<double> sum = term;
        for (int j = 1; j < Regularity; j++)
        {
            term *= (shape + Vector512.Create(j - 1.0)) * share / Vector512.Create((double)j);
            sum += term;
        }

        return sum;
    }
}
