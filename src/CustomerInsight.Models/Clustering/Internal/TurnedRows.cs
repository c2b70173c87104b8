using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Rows turned into tiles of eight once, to be measured against many points.</summary>
internal sealed class TurnedRows
{
    private readonly double[] _values;
    private readonly double[] _tiles;

    public TurnedRows(double[] values, int width)
    {
        _values = values;
        Width = width;
        Count = values.Length / width;
        Padded = RowChunks.Count(Count, Lanes.Count) * Lanes.Count;
        _tiles = new double[Padded * width];
        int[] rows = [.. Enumerable.Range(0, Count)];
        for (int at = 0; at < Count; at += Lanes.Count)
        {
            PointTile.Load(values, width, rows.AsSpan(at, Math.Min(Lanes.Count, Count - at)), _tiles.AsSpan(at * width, Lanes.Count * width));
        }
    }

    public int Width { get; }

    public int Count { get; }

    /// <summary>Gets the number of rows, filled up to whole tiles: how long a list of distances must be.</summary>
    public int Padded { get; }

    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * Width, Width);

    /// <summary>Copies rows.</summary>
    public double[] Take(int[] rows) => RowOrder.Take(_values, Width, rows);

    /// <summary>The squared distances of eight rows to a point.</summary>
    /// <param name="first">The first of the rows: a multiple of eight.</param>
    /// <param name="point">The point.</param>
    public Vector512<double> Squared(int first, ReadOnlySpan<double> point)
    {
        Vector512<double> squared = Vector512<double>.Zero;
        ReadOnlySpan<double> tile = _tiles.AsSpan(first * Width, Lanes.Count * Width);
        for (int column = 0; column < point.Length; column++)
        {
            Vector512<double> apart = Vector512.Create(tile.Slice(column * Lanes.Count, Lanes.Count)) - Vector512.Create(point[column]);
            squared = Lanes.MultiplyAdd(apart, apart, squared);
        }

        return squared;
    }

    /// <summary>The distances of all rows to a point.</summary>
    public void Distances(ReadOnlySpan<double> point, FeatureDistance metric, double[] distances)
    {
        for (int first = 0; first < Padded; first += Lanes.Count)
        {
            (metric == FeatureDistance.Euclidean ? Vector512.Sqrt(Squared(first, point)) : Absolute(first, point)).CopyTo(distances, first);
        }
    }

    private Vector512<double> Absolute(int first, ReadOnlySpan<double> point)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        ReadOnlySpan<double> tile = _tiles.AsSpan(first * Width, Lanes.Count * Width);
        for (int column = 0; column < point.Length; column++)
        {
            sum += Vector512.Abs(Vector512.Create(tile.Slice(column * Lanes.Count, Lanes.Count)) - Vector512.Create(point[column]));
        }

        return sum;
    }
}
