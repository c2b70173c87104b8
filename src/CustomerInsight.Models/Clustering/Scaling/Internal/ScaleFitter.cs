namespace CustomerInsight.Models;

/// <summary>Learns the scale of each column and brings the rows to it.</summary>
internal static class ScaleFitter
{
    /// <summary>Fits, and scales the values in place; columns that stay as they are are not written to.</summary>
    public static FeatureScaling FitInPlace(double[] values, ValueList<string> columns, FeatureTransform[] transforms, ParallelOptions parallel)
    {
        int width = columns.Count;
        var scales = new FeatureScale[width];
        if (Array.TrueForAll(transforms, static transform => transform == FeatureTransform.None))
        {
            return Scaling((column, transform) => new FeatureScale(column, transform, 0, 1));
        }

        int rows = values.Length / width;
        if (rows == 0)
        {
            return Scaling((column, transform) => new FeatureScale(column, transform, 0, 0));
        }

        int size = RowChunks.RowsFor(width);
        if (Array.Exists(transforms, static transform => transform == FeatureTransform.LogStandardize))
        {
            RowChunks.For(rows, size, parallel, (_, from, to) => Map(values, width, from, to, (column, value) => transforms[column] == FeatureTransform.LogStandardize ? SignedLog.Of(value) : value));
        }

        ColumnMoments[] moments = ColumnMoments.Of(values, width, parallel);
        for (int column = 0; column < width; column++)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            (double center, double scale) = transforms[column] switch
            {
                FeatureTransform.None => (0, 1),
                FeatureTransform.MinMax => (moments[column].Least, moments[column].Greatest - moments[column].Least),
                FeatureTransform.Robust => Robust(values, width, column, moments[column]),
                _ => (moments[column].Mean, moments[column].Deviation),
            };
            scales[column] = new FeatureScale(columns[column], transforms[column], center, scale);
        }

        double[] centers = [.. scales.Select(static scale => scale.Center)];
        double[] factors = [.. scales.Select(static scale => scale.Scale)];
        RowChunks.For(rows, size, parallel, (_, from, to) => Scale(values, centers, factors, from, to));
        return new FeatureScaling(ValueList.Create<FeatureScale>(scales));

        FeatureScaling Scaling(Func<string, FeatureTransform, FeatureScale> make) => new(ValueList.From(columns.Zip(transforms, make)));
    }

    private static void Map(double[] values, int width, int from, int to, Func<int, double, double> map)
    {
        int at = from * width;
        for (int row = from; row < to; row++)
        {
            for (int column = 0; column < width; column++, at++)
            {
                values[at] = map(column, values[at]);
            }
        }
    }

    private static void Scale(double[] values, double[] centers, double[] scales, int from, int to)
    {
        for (int row = from; row < to; row++)
        {
            Span<double> own = values.AsSpan(row * centers.Length, centers.Length);
            for (int column = 0; column < own.Length; column++)
            {
                own[column] = scales[column] == 0 ? 0 : (own[column] - centers[column]) / scales[column];
            }
        }
    }

    /// <summary>Median and interquartile range; the deviation where more than half of the values are one, so that the range is 0 though there is spread.</summary>
    private static (double Center, double Scale) Robust(double[] values, int width, int column, ColumnMoments moments)
    {
        double[] sorted = new double[values.Length / width];
        for (int row = 0; row < sorted.Length; row++)
        {
            sorted[row] = values[(row * width) + column];
        }

        Array.Sort(sorted);
        double range = Quantile(sorted, 0.75) - Quantile(sorted, 0.25);
        return (Quantile(sorted, 0.5), range > 0 ? range : moments.Deviation);
    }

    /// <summary>The quantile of type 7: linear between the values around (n − 1) p.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        double place = (sorted.Length - 1) * share;
        int below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
