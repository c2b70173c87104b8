using System.Runtime.Intrinsics;

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
        Values = GC.AllocateUninitializedArray<double>(checked(Slabs * SlabRows * Width));
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
        int slabs = Math.Max(1, RowChunks.RowsFor(columns) / SlabRows);
        RowChunks.For(matrix.Slabs, slabs, parallel, (_, from, to) =>
        {
            Span<int> rows = stackalloc int[SlabRows];
            double[] tiles = new double[SlabRows * columns];
            for (int slab = from; slab < to; slab++)
            {
                int filled = Math.Min(SlabRows, matrix.Rows - (slab * SlabRows));
                for (int lane = 0; lane < filled; lane++)
                {
                    int row = (slab * SlabRows) + lane;
                    rows[lane] = numbers?[row] ?? row;
                }

                matrix.Fill(slab, values, rows[..filled], tiles, middles, scales);
            }
        });
        return matrix;
    }

    /// <summary>Fills a slab from its rows, eight at a time.</summary>
    private void Fill(int slab, double[] values, ReadOnlySpan<int> rows, double[] tiles, double[]? middles, double[]? scales)
    {
        int half = Lanes.Count * Columns;
        PointTile.Load(values, Columns, rows[..Math.Min(rows.Length, Lanes.Count)], tiles);
        PointTile.Load(values, Columns, rows.Length > Lanes.Count ? rows[Lanes.Count..] : rows[^1..], tiles.AsSpan(half));
        Span<double> to = Values.AsSpan(slab * SlabRows * Width, SlabRows * Width);
        for (int column = 0; column < Columns; column++)
        {
            var middle = Vector512.Create(middles?[column] ?? 0);
            var scale = Vector512.Create(scales?[column] ?? 1);
            int at = column * Lanes.Count;
            ((Vector512.Create<double>(tiles.AsSpan(at)) - middle) * scale).CopyTo(to[(column * SlabRows)..]);
            ((Vector512.Create<double>(tiles.AsSpan(half + at)) - middle) * scale).CopyTo(to[((column * SlabRows) + Lanes.Count)..]);
            to.Slice((column * SlabRows) + rows.Length, SlabRows - rows.Length).Clear();
        }

        to[(Columns * SlabRows)..].Clear();
    }
}
