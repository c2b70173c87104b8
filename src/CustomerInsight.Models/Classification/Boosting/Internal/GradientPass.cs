using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Computes the derivatives of the log loss at the margins so far, and the losses themselves.</summary>
internal static unsafe class GradientPass
{
    private const int ChunkRows = 1 << 15;

    /// <summary>Above this no logistic differs from 1, and e^x overflows not far from it.</summary>
    private const double LargestMargin = 500;

    /// <summary>Fills the derivatives of all rows; a row left out has none.</summary>
    /// <param name="member">Margins, labels and weights.</param>
    /// <param name="scale">How derivatives become whole numbers.</param>
    /// <param name="derivatives">Two words a row.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    /// <returns>The weighted losses of the rows learned from and of those left out, as whole numbers.</returns>
    public static (long Training, long Held) Run(MemberRows member, SumScale scale, long* derivatives, ParallelOptions parallel)
    {
        int rows = member.Margins.Length;
        var sums = new (long Training, long Held)[RowChunks.Count(rows, ChunkRows)];
        nint place = (nint)derivatives;
        RowChunks.For(rows, ChunkRows, parallel, (chunk, from, to) => sums[chunk] = Chunk(member, scale, (long*)place, from, to));
        long training = 0;
        long held = 0;
        foreach ((long ofTraining, long ofHeld) in sums)
        {
            training += ofTraining;
            held += ofHeld;
        }

        return (training, held);
    }

    private static (long Training, long Held) Chunk(MemberRows member, SumScale scale, long* derivatives, int from, int to)
    {
        long* lanes = stackalloc long[Lanes.Count * 2];
        double* last = stackalloc double[Lanes.Count * 4];
        Vector512<long> training = default;
        Vector512<long> held = default;
        fixed (double* margins = member.Margins, labels = member.Labels, learned = member.Learned, left = member.Held)
        {
            for (int row = from; row < to; row += Lanes.Count)
            {
                int count = Math.Min(Lanes.Count, to - row);
                if (count == Lanes.Count)
                {
                    One(margins + row, labels + row, learned + row, left + row, scale, lanes, ref training, ref held);
                }
                else
                {
                    // What fills up the lanes weighs nothing.
                    new Span<double>(last, Lanes.Count * 4).Clear();
                    for (int i = 0; i < count; i++)
                    {
                        last[i] = margins[row + i];
                        last[Lanes.Count + i] = labels[row + i];
                        last[(Lanes.Count * 2) + i] = learned[row + i];
                        last[(Lanes.Count * 3) + i] = left[row + i];
                    }

                    One(last, last + Lanes.Count, last + (Lanes.Count * 2), last + (Lanes.Count * 3), scale, lanes, ref training, ref held);
                }

                long* to2 = derivatives + (2L * row);
                for (int i = 0; i < count; i++)
                {
                    to2[2 * i] = lanes[i];
                    to2[(2 * i) + 1] = lanes[Lanes.Count + i];
                }
            }
        }

        return (Vector512.Sum(training), Vector512.Sum(held));
    }

    private static void One(
        double* margins, double* labels, double* learned, double* left, SumScale scale, long* lanes, ref Vector512<long> training, ref Vector512<long> held)
    {
        Vector512<double> margin = Lanes.Greatest(Lanes.Least(Vector512.Load(margins), Vector512.Create(LargestMargin)), Vector512.Create(-LargestMargin));
        Vector512<double> label = Vector512.Load(labels);
        Vector512<double> weight = Vector512.Load(learned);
        Vector512<double> p = LaneLogistic.Of(margin, out Vector512<double> softplus);
        Vector512<double> loss = softplus - (label * margin);
        Vector512<double> hessian = p * (Vector512<double>.One - p);
        Vector512.Store(Vector512.ConvertToInt64((p - label) * weight * Vector512.Create(scale.Gradient)), lanes);
        Vector512<long> second = Vector512.ConvertToInt64(hessian * weight * Vector512.Create(scale.Hessian));
        Vector512.Store(Vector512.ShiftLeft(second, SumScale.CountBits) + Vector512<long>.One, lanes + Lanes.Count);
        training += Vector512.ConvertToInt64(loss * weight * Vector512.Create(scale.Loss));
        held += Vector512.ConvertToInt64(loss * Vector512.Load(left) * Vector512.Create(scale.Loss));
    }
}
