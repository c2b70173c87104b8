namespace CustomerInsight.Models;

/// <summary>Mean, standard deviation (over n) and limits of a column.</summary>
internal readonly record struct ColumnMoments(double Mean, double Deviation, double Least, double Greatest)
{
    /// <summary>The moments of every column. The partial sums of fixed chunks are added in order.</summary>
    public static ColumnMoments[] Of(double[] values, int width, ParallelOptions parallel)
    {
        int rows = values.Length / width;
        int size = RowChunks.RowsFor(width);
        int chunks = RowChunks.Count(rows, size);
        double[] first = new double[chunks * width];
        double[] least = new double[chunks * width];
        double[] greatest = new double[chunks * width];
        RowChunks.For(rows, size, parallel, (chunk, from, to) => First(
            values.AsSpan(from * width, (to - from) * width), first.AsSpan(chunk * width, width), least.AsSpan(chunk * width, width), greatest.AsSpan(chunk * width, width)));

        var moments = new ColumnMoments[width];
        for (int column = 0; column < width; column++)
        {
            (double sum, double low, double high) = (0, double.PositiveInfinity, double.NegativeInfinity);
            for (int at = column; at < first.Length; at += width)
            {
                sum += first[at];
                low = Math.Min(low, least[at]);
                high = Math.Max(high, greatest[at]);
            }

            // Rounding may carry the mean of equal numbers a little away from them.
            moments[column] = new ColumnMoments(Math.Clamp(sum / rows, low, high), 0, low, high);
        }

        RowChunks.For(rows, size, parallel, (chunk, from, to) => Second(
            values.AsSpan(from * width, (to - from) * width), moments, first.AsSpan(chunk * width, width), least.AsSpan(chunk * width, width)));
        for (int column = 0; column < width; column++)
        {
            (double rest, double squares) = (0, 0);
            for (int at = column; at < first.Length; at += width)
            {
                rest += first[at];
                squares += least[at];
            }

            ColumnMoments own = moments[column];
            double unit = own.Unit;
            moments[column] = own with { Mean = own.Mean + (unit * rest / rows), Deviation = unit * Math.Sqrt(Math.Max(0, (squares - (rest * rest / rows)) / rows)) };
        }

        return moments;
    }

    /// <summary>The greatest distance from the mean: in this unit no square is lost for being small.</summary>
    private double Unit => Math.Max(Greatest - Mean, Mean - Least);

    private static void First(ReadOnlySpan<double> values, Span<double> sums, Span<double> least, Span<double> greatest)
    {
        least.Fill(double.PositiveInfinity);
        greatest.Fill(double.NegativeInfinity);
        for (int row = 0; row < values.Length; row += sums.Length)
        {
            ReadOnlySpan<double> own = values.Slice(row, sums.Length);
            for (int column = 0; column < own.Length; column++)
            {
                double value = own[column];
                sums[column] += value;
                least[column] = value < least[column] ? value : least[column];
                greatest[column] = value > greatest[column] ? value : greatest[column];
            }
        }
    }

    private static void Second(ReadOnlySpan<double> values, ColumnMoments[] moments, Span<double> rests, Span<double> squares)
    {
        rests.Clear();
        squares.Clear();
        for (int row = 0; row < values.Length; row += rests.Length)
        {
            ReadOnlySpan<double> own = values.Slice(row, rests.Length);
            for (int column = 0; column < own.Length; column++)
            {
                double unit = moments[column].Unit;
                double rest = unit > 0 ? (own[column] - moments[column].Mean) / unit : 0;
                rests[column] += rest;
                squares[column] += rest * rest;
            }
        }
    }
}
