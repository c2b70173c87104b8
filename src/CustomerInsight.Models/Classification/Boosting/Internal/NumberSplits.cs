using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Splits of a column of numbers: below an edge or not, with missing values on either side.</summary>
internal static unsafe class NumberSplits
{
    public static void Find(long* sums, ColumnBins bins, int column, SplitRules rules, GrowingLeaf leaf, double parent, ref SplitCandidate best)
    {
        Vector128<long> missing = bins.HasMissing ? Vector128.Load(sums + (2 * bins.Values)) : default;
        bool misses = SumScale.Rows(missing[1]) > 0;
        int direction = rules.Directions[column];
        int bestEdge = 0;
        bool missingLeft = false;
        Vector128<long> left = default;
        Vector128<long> bestLeft = default;
        double bestGain = best.Gain;
        for (int edge = 1; edge <= bins.Values; edge++)
        {
            Vector128<long> bin = Vector128.Load(sums + (2 * (edge - 1)));
            if (SumScale.Rows(bin[1]) == 0)
            {
                continue;
            }

            left += bin;
            double gain = SplitFinder.Gain(rules, leaf, left, parent, direction);
            if (gain > bestGain)
            {
                (bestGain, bestEdge, bestLeft, missingLeft) = (gain, edge, left, false);
            }

            if (misses && edge < bins.Values && (gain = SplitFinder.Gain(rules, leaf, left + missing, parent, direction)) > bestGain)
            {
                (bestGain, bestEdge, bestLeft, missingLeft) = (gain, edge, left + missing, true);
            }
        }

        if (bestEdge > 0)
        {
            bestEdge = Middle(sums, bins.Values, bestEdge);
            if (!misses)
            {
                // Nobody has told where missing values belong: with most rows.
                missingLeft = 2 * SumScale.Rows(bestLeft[1]) >= leaf.Rows;
            }

            best = new SplitCandidate(bestGain, column, Bits(bestEdge, missingLeft ? bins.Values : -1), bestLeft);
        }
    }

    /// <summary>Of edges between which the leaf has no rows, the one in the middle.</summary>
    private static int Middle(long* sums, int values, int edge)
    {
        int end = edge;
        while (end < values - 1 && SumScale.Rows(sums[(2 * end) + 1]) == 0)
        {
            end++;
        }

        return (edge + end) / 2;
    }

    private static Vector256<ulong> Bits(int below, int another)
    {
        ulong* words = stackalloc ulong[4];
        for (int word = 0; word < 4; word++)
        {
            int bits = Math.Clamp(below - (word * 64), 0, 64);
            words[word] = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        }

        if (another >= 0)
        {
            words[another >> 6] |= 1UL << (another & 63);
        }

        return Vector256.Load(words);
    }
}
