using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Finds the best split of a leaf in the sums of its rows by bin.</summary>
/// <remarks>Source: Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree", NeurIPS 2017; categories in the order of their chances: Fisher, "On Grouping for Maximum Homogeneity", JASA 53, 1958.</remarks>
internal static unsafe class SplitFinder
{
    /// <summary>Below it a gain is what rounding leaves.</summary>
    private const double SmallestGain = 1e-9;

    private const int Words = LanePlan.CodesPerLane * 2;

    /// <summary>Finds the best split of all columns that may be used; of equal ones that of the first column.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="codes">How many codes each lane has.</param>
    /// <param name="usable">Which columns may be used; null for all.</param>
    /// <param name="rules">How splits are scored.</param>
    /// <param name="leaf">The leaf, with its sums by bin.</param>
    [SkipLocalsInit]
    public static SplitCandidate Find(LaneColumn[] columns, int[] codes, bool[]? usable, SplitRules rules, GrowingLeaf leaf)
    {
        long* sums = stackalloc long[Words];
        double parent = Score(rules, leaf, leaf.Sums);
        SplitCandidate best = SplitCandidate.None with { Gain = Math.Max(SmallestGain, 2 * rules.MinimumGain) };
        for (int number = 0; number < columns.Length; number++)
        {
            LaneColumn column = columns[number];
            if (column.Bins.Count < 2 || usable?[number] == false)
            {
                continue;
            }

            long* lane = leaf.Histogram!.First + ((long)column.Lane * Words);
            if (!column.Alone)
            {
                Extract(lane, codes[column.Lane], column, sums);
                lane = sums;
            }

            if (column.Bins.Levels is null)
            {
                NumberSplits.Find(lane, column.Bins, number, rules, leaf, parent, ref best);
            }
            else
            {
                CategorySplits.Find(lane, column.Bins, number, rules, leaf, parent, ref best);
            }
        }

        return best.Column >= 0 ? best : SplitCandidate.None;
    }

    /// <summary>By how much a split lowers the loss, twice; negative infinity where it is not allowed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Gain(SplitRules rules, GrowingLeaf leaf, Vector128<long> left, double parent, int direction)
    {
        Vector128<long> right = leaf.Sums - left;
        int rows = SumScale.Rows(left[1]);
        if (rows < rules.MinimumRows || leaf.Rows - rows < rules.MinimumRows)
        {
            return double.NegativeInfinity;
        }

        double leftHessian = SumScale.HessianSum(left[1]) * rules.Scale.OneHessian;
        double rightHessian = SumScale.HessianSum(right[1]) * rules.Scale.OneHessian;
        if (leftHessian < rules.LeastHessian || rightHessian < rules.LeastHessian)
        {
            return double.NegativeInfinity;
        }

        double leftGradient = left[0] * rules.Scale.OneGradient;
        double rightGradient = right[0] * rules.Scale.OneGradient;
        if (direction != 0)
        {
            double step = rules.Value(rightGradient, rightHessian, leaf.Low, leaf.High) - rules.Value(leftGradient, leftHessian, leaf.Low, leaf.High);
            if (step * direction < 0)
            {
                return double.NegativeInfinity;
            }
        }

        return rules.Score(leftGradient, leftHessian, leaf.Low, leaf.High) + rules.Score(rightGradient, rightHessian, leaf.Low, leaf.High) - parent;
    }

    private static double Score(SplitRules rules, GrowingLeaf leaf, Vector128<long> sums) =>
        rules.Score(sums[0] * rules.Scale.OneGradient, SumScale.HessianSum(sums[1]) * rules.Scale.OneHessian, leaf.Low, leaf.High);

    /// <summary>The sums of one column of a lane that holds several.</summary>
    private static void Extract(long* lane, int codes, LaneColumn column, long* sums)
    {
        new Span<long>(sums, column.Bins.Count * 2).Clear();
        for (int code = 0; code < codes; code++)
        {
            long* bin = sums + (2 * column.BinOf[code]);
            Vector128.Store(Vector128.Load(bin) + Vector128.Load(lane + (2 * code)), bin);
        }
    }
}
