using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Splits of a column of numbers: below an edge or not, with missing values on either side.</summary>
internal static unsafe class NumberSplits
{
    public static void Find(long* sums, ColumnBins bins, int column, SplitRules rules, GrowingLeaf leaf, double parent, ref SplitCandidate best)
    {
        Vector128<long> missing = bins.HasMissing ? Vector128.Load(sums + (2 * bins.Values)) : default;
        bool misses = SumScale.Rows(missing[1]) > 0;
        (double Gain, int Edge, Vector128<long> Left) right = Search(sums, misses ? bins.Values : bins.Values - 1, default, column, rules, leaf, parent, best.Gain);
        (double Gain, int Edge, Vector128<long> Left) left = misses ? Search(sums, bins.Values - 1, missing, column, rules, leaf, parent, right.Gain) : default;
        (double gain, int edge, Vector128<long> part) = left.Edge > 0 ? left : right;
        if (edge > 0)
        {
            // Where nobody has told where missing values belong, with most rows.
            bool missingLeft = misses ? left.Edge > 0 : 2 * SumScale.Rows(part[1]) >= leaf.Rows;
            best = new SplitCandidate(gain, column, Bits(Middle(sums, bins.Values, edge), missingLeft ? bins.Values : -1), part);
        }
    }

    /// <summary>Finds the best edge that gains more than a limit; 0 where there is none.</summary>
    /// <param name="sums">The sums by bin.</param>
    /// <param name="edges">How many edges to try.</param>
    /// <param name="left">What goes left in any case.</param>
    /// <param name="column">The column.</param>
    /// <param name="rules">How splits are scored.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="parent">The score of the leaf as it is.</param>
    /// <param name="limit">What the gain must be above.</param>
    private static (double Gain, int Edge, Vector128<long> Left) Search(
        long* sums, int edges, Vector128<long> left, int column, SplitRules rules, GrowingLeaf leaf, double parent, double limit)
    {
        if (rules.IsBounded)
        {
            return SearchBounded(sums, edges, left, column, rules, leaf, parent, limit);
        }

        // The same as SplitFinder.Gain, in the units of the whole numbers and with one division: most of the time of a small fit goes here.
        double unit = rules.Scale.OneGradient * rules.Scale.OneGradient / rules.Scale.OneHessian;
        double l2 = rules.L2 / rules.Scale.OneHessian;
        double leastHessian = rules.LeastHessian / rules.Scale.OneHessian;
        double allGradient = leaf.Sums[0];
        double allHessian = SumScale.HessianSum(leaf.Sums[1]);
        int leastRows = rules.MinimumRows;
        int mostRows = leaf.Rows - leastRows;
        double best = (limit + parent) / unit;
        int bestEdge = 0;
        Vector128<long> bestLeft = default;
        for (int edge = 1; edge <= edges; edge++)
        {
            Vector128<long> bin = Vector128.Load(sums + (2 * (edge - 1)));
            left += bin;
            long second = left[1];
            int rows = SumScale.Rows(second);
            double hessian = SumScale.HessianSum(second);
            if (rows < leastRows || hessian < leastHessian || bin[1] == 0)
            {
                continue;
            }

            double otherHessian = allHessian - hessian;
            if (rows > mostRows || otherHessian < leastHessian)
            {
                break;
            }

            double gradient = left[0];
            double otherGradient = allGradient - gradient;
            double denominator = hessian + l2;
            double otherDenominator = otherHessian + l2;
            double score = ((gradient * gradient * otherDenominator) + (otherGradient * otherGradient * denominator)) / (denominator * otherDenominator);
            if (score > best)
            {
                (best, bestEdge, bestLeft) = (score, edge, left);
            }
        }

        return bestEdge > 0 ? ((best * unit) - parent, bestEdge, bestLeft) : (limit, 0, default);
    }

    private static (double Gain, int Edge, Vector128<long> Left) SearchBounded(
        long* sums, int edges, Vector128<long> left, int column, SplitRules rules, GrowingLeaf leaf, double parent, double limit)
    {
        (double Gain, int Edge, Vector128<long> Left) best = (limit, 0, default);
        for (int edge = 1; edge <= edges; edge++)
        {
            Vector128<long> bin = Vector128.Load(sums + (2 * (edge - 1)));
            left += bin;
            if (bin[1] != 0 && SplitFinder.Gain(rules, leaf, left, parent, rules.Directions[column]) is double gain && gain > best.Gain)
            {
                best = (gain, edge, left);
            }
        }

        return best;
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
