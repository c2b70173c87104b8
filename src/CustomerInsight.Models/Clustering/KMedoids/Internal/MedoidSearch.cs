namespace CustomerInsight.Models;

/// <summary>Swaps medoids for other rows as long as that makes the sum of the distances smaller.</summary>
/// <remarks>
/// What a swap with any of the medoids would save is found for a row in one pass over the distances to it. Rows are looked at in batches, so that several threads can, and
/// the best swap of a batch is made at once; it ends where no row of all was worth one.
/// <para>Source: Schubert, Rousseeuw, "Fast and eager k-medoids clustering", Information Systems 101, 2021 (FasterPAM).</para>
/// </remarks>
internal sealed class MedoidSearch
{
    private const int BatchRows = 32;

    private readonly TurnedRows _rows;
    private readonly FeatureDistance _distance;
    private readonly int[] _medoids;
    private readonly double[][] _toMedoid;
    private readonly int[] _groups;
    private readonly double[] _nearest;
    private readonly double[] _second;
    private readonly double[] _losses;

    private MedoidSearch(TurnedRows rows, FeatureDistance distance, int[] start)
    {
        _rows = rows;
        _distance = distance;
        _medoids = [.. start];
        _toMedoid = [.. start.Select(medoid => Distances(medoid))];
        _groups = new int[rows.Count];
        _nearest = new double[rows.Count];
        _second = new double[rows.Count];
        _losses = new double[start.Length];
        Assign();
    }

    /// <summary>Searches from given medoids.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="distance">How far apart they are.</param>
    /// <param name="start">The rows that are the medoids at first: no two alike.</param>
    /// <param name="maximumIterations">After how many looks at all rows it gives up.</param>
    /// <param name="parallel">On how many threads, and what stops it; the result is the same for any number.</param>
    public static MedoidSolution Run(TurnedRows rows, FeatureDistance distance, int[] start, int maximumIterations, ParallelOptions parallel)
    {
        var search = new MedoidSearch(rows, distance, start);
        int iterations = 0;
        int idle = 0;
        while (iterations < maximumIterations && idle < rows.Count)
        {
            for (int from = 0; from < rows.Count && idle < rows.Count; from += BatchRows)
            {
                int to = Math.Min(rows.Count, from + BatchRows);
                idle = search.Improve(from, to, parallel) ? 0 : idle + to - from;
            }

            iterations++;
        }

        return new MedoidSolution(search._medoids, search._nearest.Sum(), iterations, idle >= rows.Count);
    }

    private double[] Distances(int row)
    {
        double[] distances = new double[_rows.Padded];
        _rows.Distances(_rows.Row(row), _distance, distances);
        return distances;
    }

    /// <summary>Makes the best swap with one of some rows, if any is worth it.</summary>
    private bool Improve(int from, int to, ParallelOptions parallel)
    {
        var swaps = new (int Medoid, double Change)[to - from];
        double[][] columns = new double[to - from][];
        RowChunks.For(swaps.Length, 1, parallel, (i, _, _) =>
        {
            columns[i] = Distances(from + i);
            swaps[i] = Array.IndexOf(_medoids, from + i) >= 0 ? (0, 0) : BestSwap(columns[i]);
        });
        int best = 0;
        for (int i = 1; i < swaps.Length; i++)
        {
            best = swaps[i].Change < swaps[best].Change ? i : best;
        }

        // A saving below the rounding of the sums might be undone by the next.
        if (swaps[best].Change >= -1e-12 * _nearest.Sum())
        {
            return false;
        }

        _medoids[swaps[best].Medoid] = from + best;
        _toMedoid[swaps[best].Medoid] = columns[best];
        Assign();
        return true;
    }

    /// <summary>Which medoid a row had best take the place of, and how the sum of the distances would change.</summary>
    private (int Medoid, double Change) BestSwap(double[] distances)
    {
        if (_medoids.Length == 1)
        {
            return (0, distances.AsSpan(0, _rows.Count).ToArray().Sum() - _nearest.Sum());
        }

        double[] changes = [.. _losses];
        double gain = 0;
        for (int row = 0; row < _nearest.Length; row++)
        {
            double distance = distances[row];
            if (distance < _nearest[row])
            {
                gain += distance - _nearest[row];
                changes[_groups[row]] += _nearest[row] - _second[row];
            }
            else if (distance < _second[row])
            {
                changes[_groups[row]] += distance - _second[row];
            }
        }

        int best = 0;
        for (int medoid = 1; medoid < changes.Length; medoid++)
        {
            best = changes[medoid] < changes[best] ? medoid : best;
        }

        return (best, changes[best] + gain);
    }

    /// <summary>Finds the nearest and the second nearest medoid of each row, and what the loss of each medoid would cost.</summary>
    private void Assign()
    {
        Array.Clear(_losses);
        for (int row = 0; row < _groups.Length; row++)
        {
            (int group, double nearest, double second) = (0, double.PositiveInfinity, double.PositiveInfinity);
            for (int medoid = 0; medoid < _toMedoid.Length; medoid++)
            {
                double distance = _toMedoid[medoid][row];
                if (distance < nearest)
                {
                    (group, nearest, second) = (medoid, distance, nearest);
                }
                else if (distance < second)
                {
                    second = distance;
                }
            }

            (_groups[row], _nearest[row], _second[row]) = (group, nearest, second);
            _losses[group] += second - nearest;
        }
    }
}
