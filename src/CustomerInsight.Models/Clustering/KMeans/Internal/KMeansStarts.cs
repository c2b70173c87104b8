using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Draws centres to start from: greedy k-means++. Each next centre is the best of a few rows, drawn by their squared distance to the centres so far.</summary>
/// <remarks><para>Source: Arthur, Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007, with the several trials of its section 5.</para></remarks>
internal sealed class KMeansStarts
{
    private readonly double[] _values;
    private readonly int _width;
    private readonly int _rows;
    private readonly double[] _tiles;

    public KMeansStarts(double[] values, int width)
    {
        _values = values;
        _width = width;
        _rows = values.Length / width;
        _tiles = new double[RowChunks.Count(_rows, Lanes.Count) * Lanes.Count * width];
        int[] rows = [.. Enumerable.Range(0, _rows)];
        for (int at = 0; at < _rows; at += Lanes.Count)
        {
            PointTile.Load(values, width, rows.AsSpan(at, Math.Min(Lanes.Count, _rows - at)), _tiles.AsSpan(at * width, Lanes.Count * width));
        }
    }

    /// <summary>Draws centres.</summary>
    /// <param name="groups">How many.</param>
    /// <param name="random">What is drawn from.</param>
    /// <param name="cancellationToken">Stops between two centres.</param>
    /// <returns>The centres, row by row: fewer where there are fewer distinct rows.</returns>
    public double[] Draw(int groups, SeededRandom random, CancellationToken cancellationToken)
    {
        int trials = 2 + (int)Math.Log(groups);
        var centers = new List<double>(groups * _width);
        double[] nearest = new double[_tiles.Length / _width];
        nearest.AsSpan(0, _rows).Fill(double.PositiveInfinity);
        double[] trial = new double[nearest.Length];
        double[] best = new double[nearest.Length];
        double[] rising = new double[_rows];
        int first = random.Next(_rows);
        Take(first, nearest, nearest);
        centers.AddRange(Row(first));
        while (centers.Count < groups * _width)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double total = 0;
            for (int row = 0; row < _rows; row++)
            {
                total += nearest[row];
                rising[row] = total;
            }

            if (total == 0)
            {
                break;
            }

            (int chosen, double least) = (-1, double.PositiveInfinity);
            for (int i = 0; i < trials; i++)
            {
                int row = Place(rising, random.NextDouble() * total);
                double left = Take(row, nearest, trial);
                if (left < least)
                {
                    (chosen, least) = (row, left);
                    (best, trial) = (trial, best);
                }
            }

            (nearest, best) = (best, nearest);
            centers.AddRange(Row(chosen));
        }

        return [.. centers];
    }

    private ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * _width, _width);

    /// <summary>What the squared distances become if a row is a centre too.</summary>
    /// <returns>Their sum.</returns>
    private double Take(int row, double[] nearest, double[] becomes)
    {
        ReadOnlySpan<double> center = Row(row);
        Vector512<double> sum = Vector512<double>.Zero;
        for (int at = 0; at < nearest.Length; at += Lanes.Count)
        {
            Vector512<double> squared = Vector512<double>.Zero;
            ReadOnlySpan<double> tile = _tiles.AsSpan(at * _width, Lanes.Count * _width);
            for (int column = 0; column < center.Length; column++)
            {
                Vector512<double> apart = Vector512.Create(tile.Slice(column * Lanes.Count, Lanes.Count)) - Vector512.Create(center[column]);
                squared = Lanes.MultiplyAdd(apart, apart, squared);
            }

            squared = Lanes.Least(squared, Vector512.Create(nearest.AsSpan(at, Lanes.Count)));
            squared.CopyTo(becomes, at);
            sum += squared;
        }

        return Lanes.Sum(sum);
    }

    /// <summary>The first row whose rising sum is above a number.</summary>
    private static int Place(double[] rising, double number)
    {
        int low = 0;
        int high = rising.Length - 1;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = rising[middle] > number ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
