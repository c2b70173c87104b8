namespace CustomerInsight.Models;

/// <summary>Rows in slabs of sixteen, inside a slab column by column, so that a vector holds one feature of eight customers.</summary>
/// <remarks>The last slab is filled up with rows of zeros, the columns with columns of zeros to a whole number of four.</remarks>
internal sealed class SlabMatrix
{
    public const int SlabRows = 16;
    public const int Tile = 4;

    private SlabMatrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Width = (columns + Tile - 1) / Tile * Tile;
        Slabs = (rows + SlabRows - 1) / SlabRows;
        Values = new double[(long)Slabs * SlabRows * Width];
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>How many columns there are with those of zeros.</summary>
    public int Width { get; }

    public int Slabs { get; }

    public double[] Values { get; }

    /// <summary>Reads a row back.</summary>
    public void CopyRow(int row, Span<double> destination)
    {
        int at = (row / SlabRows * SlabRows * Width) + (row % SlabRows);
        for (int column = 0; column < destination.Length; column++)
        {
            destination[column] = Values[at + (column * SlabRows)];
        }
    }

    /// <summary>Lays out rows that are given one after the other.</summary>
    /// <param name="values">The numbers, row by row.</param>
    /// <param name="numbers">Which of the rows, in order; null for all.</param>
    /// <param name="columns">How many numbers a row has.</param>
    /// <param name="parallel">How many threads work.</param>
    /// <param name="middles">What is taken from the numbers of each column; null for nothing.</param>
    /// <param name="scales">What these differences are multiplied with; null with <paramref name="middles"/>.</param>
    public static SlabMatrix From(double[] values, int[]? numbers, int columns, ParallelOptions parallel, double[]? middles = null, double[]? scales = null)
    {
        var matrix = new SlabMatrix(numbers?.Length ?? (values.Length / columns), columns);
        RowChunks.For(matrix.Rows, RowChunks.RowsFor(columns), parallel, (_, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                ReadOnlySpan<double> source = values.AsSpan((numbers?[row] ?? row) * columns, columns);
                Span<double> slab = matrix.Values.AsSpan(row / SlabRows * SlabRows * matrix.Width, SlabRows * matrix.Width);
                int lane = row % SlabRows;
                for (int column = 0; column < source.Length; column++)
                {
                    slab[(column * SlabRows) + lane] = middles is null ? source[column] : (source[column] - middles[column]) * scales![column];
                }
            }
        });
        return matrix;
    }
}
