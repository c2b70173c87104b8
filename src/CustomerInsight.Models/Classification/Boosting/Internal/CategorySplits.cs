using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Splits of a column of categories: one against all others, or those with the lowest chances against the others, or those missing against all known.</summary>
internal static unsafe class CategorySplits
{
    public static void Find(long* sums, ColumnBins bins, int column, SplitRules rules, GrowingLeaf leaf, double parent, ref SplitCandidate best)
    {
        Span<int> order = stackalloc int[bins.Values];
        Span<double> ratios = stackalloc double[bins.Values];
        int present = 0;
        for (int bin = 0; bin < bins.Values; bin++)
        {
            long hessian = sums[(2 * bin) + 1];
            if (SumScale.Rows(hessian) > 0)
            {
                order[present] = bin;
                ratios[present++] = sums[2 * bin] * rules.Scale.OneGradient / ((SumScale.HessianSum(hessian) * rules.Scale.OneHessian) + rules.CategorySmoothing);
            }
        }

        order = order[..present];
        if (present <= rules.OneAgainstRest)
        {
            for (int i = 0; i < present; i++)
            {
                Try(sums, order.Slice(i, 1), Vector128.Load(sums + (2 * order[i])), bins, column, rules, leaf, parent, ref best);
            }
        }
        else
        {
            MemoryExtensions.Sort(ratios[..present], order);
            TryInOrder(sums, order, bins, column, rules, leaf, parent, ref best);
        }

        if (bins.HasMissing)
        {
            Try(sums, [bins.Values], Vector128.Load(sums + (2 * bins.Values)), bins, column, rules, leaf, parent, ref best);
        }
    }

    private static void TryInOrder(
        long* sums, Span<int> order, ColumnBins bins, int column, SplitRules rules, GrowingLeaf leaf, double parent, ref SplitCandidate best)
    {
        // Rows whose category is missing go with the rest, so both ends are tried as what parts from it.
        for (int end = 0; end < 2; end++)
        {
            Vector128<long> part = default;
            for (int i = 0; i < order.Length - 1; i++)
            {
                part += Vector128.Load(sums + (2 * order[i]));
                Try(sums, order[..(i + 1)], part, bins, column, rules, leaf, parent, ref best);
            }

            if (!bins.HasMissing)
            {
                break;
            }

            order.Reverse();
        }
    }

    private static void Try(
        long* sums, ReadOnlySpan<int> parting, Vector128<long> part, ColumnBins bins, int column, SplitRules rules, GrowingLeaf leaf, double parent, ref SplitCandidate best)
    {
        double gain = SplitFinder.Gain(rules, leaf, part, parent, 0);
        if (gain > best.Gain)
        {
            ulong* words = stackalloc ulong[4];
            new Span<ulong>(words, 4).Clear();
            foreach (int bin in parting)
            {
                words[bin >> 6] |= 1UL << (bin & 63);
            }

            Vector256<ulong> bits = Vector256.Load(words);
            bool misses = bins.HasMissing && SumScale.Rows(sums[(2 * bins.Values) + 1]) > 0;

            // Nobody has told where missing and unknown categories belong: with most rows, and those do not part from the rest.
            best = !misses && 2 * SumScale.Rows(part[1]) > leaf.Rows
                ? new SplitCandidate(gain, column, ~bits, leaf.Sums - part)
                : new SplitCandidate(gain, column, bits, part);
        }
    }
}
