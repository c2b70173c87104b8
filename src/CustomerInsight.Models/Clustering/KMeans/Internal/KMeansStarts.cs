using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Draws centres to start from: greedy k-means++. Each next centre is the best of a few rows, drawn by their squared distance to the centres so far.</summary>
/// <remarks><para>Source: Arthur, Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007, with the several trials of its section 5.</para></remarks>
internal sealed class KMeansStarts
{
    private readonly TurnedRows _rows;

    public KMeansStarts(double[] values, int width) => _rows = new TurnedRows(values, width);

    /// <summary>Draws centres.</summary>
    /// <param name="groups">How many.</param>
    /// <param name="random">What is drawn from.</param>
    /// <param name="cancellationToken">Stops between two centres.</param>
    /// <returns>The centres, row by row: fewer where there are fewer distinct rows.</returns>
    public double[] Draw(int groups, SeededRandom random, CancellationToken cancellationToken) =>
        _rows.Take(DrawRows(groups, random, cancellationToken));

    /// <summary>The same, as the numbers of the rows that are the centres.</summary>
    public int[] DrawRows(int groups, SeededRandom random, CancellationToken cancellationToken)
    {
        int trials = 2 + (int)Math.Log(groups);
        var centers = new List<int>(groups);
        double[] nearest = new double[_rows.Padded];
        nearest.AsSpan(0, _rows.Count).Fill(double.PositiveInfinity);
        double[] trial = new double[nearest.Length];
        double[] best = new double[nearest.Length];
        double[] rising = new double[_rows.Count];
        int first = random.Next(_rows.Count);
        Take(first, nearest, nearest);
        centers.Add(first);
        while (centers.Count < groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double total = 0;
            for (int row = 0; row < _rows.Count; row++)
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
            centers.Add(chosen);
        }

        return [.. centers];
    }

    /// <summary>What the squared distances become if a row is a centre too.</summary>
    /// <returns>Their sum.</returns>
    private double Take(int row, double[] nearest, double[] becomes)
    {
        ReadOnlySpan<double> center = _rows.Row(row);
        Vector512<double> sum = Vector512<double>.Zero;
        for (int at = 0; at < nearest.Length; at += Lanes.Count)
        {
            Vector512<double> squared = Lanes.Least(_rows.Squared(at, center), Vector512.Create(nearest.AsSpan(at, Lanes.Count)));
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
