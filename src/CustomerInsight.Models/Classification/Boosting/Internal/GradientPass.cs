using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Computes the derivatives of the log loss at the margins so far, and the losses themselves.</summary>
internal static unsafe class GradientPass
{
    private const int ChunkRows = 1 << 15;

    /// <summary>Above this no logistic differs from 1, and e^x overflows not far from it.</summary>
    private const double LargestMargin = 500;

    /// <summary>Computes the derivatives of the rows of a tree.</summary>
    /// <param name="member">Margins, labels and weights.</param>
    /// <param name="numbers">The rows; null for all.</param>
    /// <param name="count">How many.</param>
    /// <param name="scale">How derivatives become whole numbers.</param>
    /// <param name="derivatives">Two words for each row there is.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    /// <returns>The weighted losses of these rows, and their weights, as whole numbers.</returns>
    public static WeightedLoss Derive(MemberRows member, int* numbers, int count, SumScale scale, long* derivatives, ParallelOptions parallel)
    {
        nint rows = (nint)numbers;
        nint place = (nint)derivatives;
        return Sum(count, parallel, (from, to) => DeriveChunk(member, (int*)rows, from, to, scale, (long*)place));
    }

    /// <summary>Computes the weighted losses of some rows, and their weights, as whole numbers.</summary>
    public static WeightedLoss Loss(MemberRows member, int[] numbers, SumScale scale, ParallelOptions parallel) =>
        Sum(numbers.Length, parallel, (from, to) => LossChunk(member, numbers, from, to, scale));

    private static WeightedLoss Sum(int count, ParallelOptions parallel, Func<int, int, WeightedLoss> work)
    {
        if (count <= ChunkRows)
        {
            return work(0, count);
        }

        var sums = new WeightedLoss[RowChunks.Count(count, ChunkRows)];
        RowChunks.For(count, ChunkRows, parallel, (chunk, from, to) => sums[chunk] = work(from, to));
        return sums.Aggregate(static (sum, next) => sum + next);
    }

    private static WeightedLoss DeriveChunk(MemberRows member, int* numbers, int from, int to, SumScale scale, long* derivatives)
    {
        long* lanes = stackalloc long[Lanes.Count * 2];
        int* rows = stackalloc int[Lanes.Count];
        Vector512<long> losses = default;
        Vector512<long> all = default;
        fixed (double* margins = member.Margins, labels = member.Labels, weights = member.Weights)
        {
            for (int at = from; at < to; at += Lanes.Count)
            {
                int count = Math.Min(Lanes.Count, to - at);
                bool together = numbers is null && count == Lanes.Count;
                Fill(numbers, at, count, rows);
                Vector512<double> margin = together ? Vector512.Load(margins + at) : Gather(margins, rows);
                Vector512<double> label = together ? Vector512.Load(labels + at) : Gather(labels, rows);
                Vector512<double> weight = together ? Vector512.Load(weights + at) : Gather(weights, rows);
                losses += One(margin, label, weight, scale, count, lanes);
                all += Weights(weight, scale, count);
                for (int i = 0; i < count; i++)
                {
                    long* two = derivatives + (2L * rows[i]);
                    two[0] = lanes[i];
                    two[1] = lanes[Lanes.Count + i];
                }
            }
        }

        return new WeightedLoss(Vector512.Sum(losses), Vector512.Sum(all));
    }

    private static WeightedLoss LossChunk(MemberRows member, int[] numbers, int from, int to, SumScale scale)
    {
        int* rows = stackalloc int[Lanes.Count];
        Vector512<long> losses = default;
        Vector512<long> all = default;
        fixed (double* margins = member.Margins, labels = member.Labels, weights = member.Weights)
        fixed (int* first = numbers)
        {
            for (int at = from; at < to; at += Lanes.Count)
            {
                int count = Math.Min(Lanes.Count, to - at);
                Fill(first, at, count, rows);
                Vector512<double> margin = Gather(margins, rows);
                _ = LaneLogistic.Of(Within(margin), out Vector512<double> softplus);
                Vector512<double> weight = Gather(weights, rows);
                losses += Loss(margin, Gather(labels, rows), weight, softplus, scale, count);
                all += Weights(weight, scale, count);
            }
        }

        return new WeightedLoss(Vector512.Sum(losses), Vector512.Sum(all));
    }

    /// <summary>Takes the numbers of some rows; the lanes beyond them repeat the last.</summary>
    private static void Fill(int* numbers, int at, int count, int* rows)
    {
        for (int i = 0; i < Lanes.Count; i++)
        {
            int place = at + Math.Min(i, count - 1);
            rows[i] = numbers is null ? place : numbers[place];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Gather(double* values, int* rows) => Vector512.Create(
        values[rows[0]], values[rows[1]], values[rows[2]], values[rows[3]], values[rows[4]], values[rows[5]], values[rows[6]], values[rows[7]]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Within(Vector512<double> margin) =>
        Lanes.Greatest(Lanes.Least(margin, Vector512.Create(LargestMargin)), Vector512.Create(-LargestMargin));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> One(Vector512<double> margin, Vector512<double> label, Vector512<double> weight, SumScale scale, int count, long* lanes)
    {
        Vector512<double> p = LaneLogistic.Of(Within(margin), out Vector512<double> softplus);
        Vector512<double> hessian = p * (Vector512<double>.One - p);
        Vector512.Store(Vector512.ConvertToInt64((p - label) * weight * Vector512.Create(scale.Gradient)), lanes);
        Vector512<long> second = Vector512.ConvertToInt64(hessian * weight * Vector512.Create(scale.Hessian));
        Vector512.Store(Vector512.ShiftLeft(second, SumScale.CountBits) + Vector512<long>.One, lanes + Lanes.Count);
        return Loss(margin, label, weight, softplus, scale, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Loss(Vector512<double> margin, Vector512<double> label, Vector512<double> weight, Vector512<double> softplus, SumScale scale, int count) =>
        First(Vector512.ConvertToInt64((softplus - (label * Within(margin))) * weight * Vector512.Create(scale.Loss)), count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Weights(Vector512<double> weight, SumScale scale, int count) => First(Vector512.ConvertToInt64(weight * Vector512.Create(scale.Loss)), count);

    /// <summary>The first lanes; 0 in those that are filled up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> First(Vector512<long> lanes, int count) => count == Lanes.Count
        ? lanes
        : Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((long)count)), lanes, Vector512<long>.Zero);
}
