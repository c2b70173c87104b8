using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>The least and the greatest number of a column, and the exact scale that carries them to about −1 and 1.</summary>
/// <remarks>Neither depends on the order of the rows.</remarks>
internal readonly record struct ColumnRange(double Least, double Greatest)
{
    // So that neither the scale nor one over it overflows.
    private const int MostBits = 1_000;

    public bool IsConstant => Least == Greatest;

    /// <summary>Gets the number halfway.</summary>
    public double Middle => IsConstant ? Least : (Least / 2) + (Greatest / 2);

    /// <summary>Gets what differences from <see cref="Middle"/> are multiplied with: a power of two, so that no digit is lost.</summary>
    public double Scale => IsConstant ? 1 : Math.ScaleB(1, Math.Clamp(-Math.ILogB((Greatest / 2) - (Least / 2)), -MostBits, MostBits));

    /// <summary>The ranges of all columns.</summary>
    /// <exception cref="ArgumentException">A number is missing or infinite.</exception>
    public static ColumnRange[] Of(FeatureMatrix data, ParallelOptions parallel)
    {
        int width = data.Columns.Count;
        ColumnRange[][] parts = FixedChunks.Run(data.Rows, RowChunks.RowsFor(width), parallel, (from, to) => Of(data.Array.AsSpan(from * width, (to - from) * width), width));
        var all = new ColumnRange[width];
        for (int column = 0; column < width; column++)
        {
            all[column] = new ColumnRange(parts.Min(part => part[column].Least), parts.Max(part => part[column].Greatest));
            if (!double.IsFinite(all[column].Least) || !double.IsFinite(all[column].Greatest))
            {
                throw NotFinite(data, column);
            }
        }

        return all;
    }

    private static ColumnRange[] Of(ReadOnlySpan<double> values, int width)
    {
        double[] least = new double[width];
        double[] greatest = new double[width];
        least.AsSpan().Fill(double.PositiveInfinity);
        greatest.AsSpan().Fill(double.NegativeInfinity);
        Vector512<double> spoiled = Vector512<double>.Zero;
        for (int row = 0; row < values.Length; row += width)
        {
            ReadOnlySpan<double> own = values.Slice(row, width);
            int column = 0;
            for (; column + Lanes.Count <= own.Length; column += Lanes.Count)
            {
                var value = Vector512.Create(own[column..]);
                spoiled += value - value;
                Lanes.Least(Vector512.Create<double>(least.AsSpan(column)), value).CopyTo(least, column);
                Lanes.Greatest(Vector512.Create<double>(greatest.AsSpan(column)), value).CopyTo(greatest, column);
            }

            for (; column < own.Length; column++)
            {
                least[column] = Math.Min(least[column], own[column]);
                greatest[column] = Math.Max(greatest[column], own[column]);
            }
        }

        if (!Vector512.EqualsAll(spoiled, Vector512<double>.Zero))
        {
            Spoil(values, width, least);
        }

        return [.. least.Select((value, column) => new ColumnRange(value, greatest[column]))];
    }

    /// <summary>Marks the columns with a number that is not finite, of which the fast comparisons do not tell.</summary>
    private static void Spoil(ReadOnlySpan<double> values, int width, double[] least)
    {
        for (int at = 0; at < values.Length; at++)
        {
            least[at % width] = double.IsFinite(values[at]) ? least[at % width] : double.NaN;
        }
    }

    private static ArgumentException NotFinite(FeatureMatrix data, int column)
    {
        int[] rows = [.. Enumerable.Range(0, data.Rows).Where(row => !double.IsFinite(data.Row(row)[column]))];
        string what = rows.Length == data.Rows ? "of all rows" : FormattableString.Invariant($"of row {rows[0]}, and of {rows.Length} of {data.Rows} rows in all,");
        return new ArgumentException(
            $"Feature '{data.Columns[column]}' {what} is missing or infinite. A linear model needs a number in its place: fill it and add a column that says where, or leave the feature out.",
            nameof(data));
    }
}
