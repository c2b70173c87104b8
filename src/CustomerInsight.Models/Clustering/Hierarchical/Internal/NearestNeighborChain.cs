namespace CustomerInsight.Models;

/// <summary>Joins rows step by step, by following nearest neighbours until two are each other's.</summary>
/// <remarks>
/// Source: Murtagh, "A Survey of Recent Advances in Hierarchical Clustering Algorithms", The Computer Journal 26(4), 1983; the updates are
/// Lance, Williams, "A General Theory of Classificatory Sorting Strategies", The Computer Journal 9(4), 1967. All four linkages are reducible, so the tree is that of always joining the nearest two.
/// </remarks>
internal sealed class NearestNeighborChain
{
    private const int JoinsPerReport = 256;

    private readonly int _rows;
    private readonly Linkage _linkage;

    /// <summary>The distances of all pairs, the later row's with each earlier one together; squared for <see cref="Linkage.Ward"/>.</summary>
    private readonly double[] _distances;
    private readonly int[] _sizes;

    public NearestNeighborChain(double[] values, int width, Linkage linkage, ParallelOptions parallel)
    {
        _rows = values.Length / width;
        _linkage = linkage;
        _sizes = new int[_rows];
        Array.Fill(_sizes, 1);
        _distances = new double[(long)_rows * (_rows - 1) / 2];
        Parallel.For(0, _rows, parallel, later =>
        {
            Span<double> own = _distances.AsSpan(Start(later), later);
            ReadOnlySpan<double> row = values.AsSpan(later * width, width);
            for (int earlier = 0; earlier < later; earlier++)
            {
                double squared = SquaredDistance.Between(row, values.AsSpan(earlier * width, width));
                own[earlier] = linkage == Linkage.Ward ? squared : Math.Sqrt(squared);
            }
        });
    }

    /// <summary>Joins all rows.</summary>
    public Dendrogram Run(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var joins = new List<(int One, int Other, double Height)>(_rows);
        int[] chain = new int[_rows];
        int length = 0;
        while (joins.Count < _rows - 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (length == 0)
            {
                chain[length++] = Array.FindIndex(_sizes, static size => size > 0);
            }

            (int nearest, double distance) = Nearest(chain[length - 1], length > 1 ? chain[length - 2] : -1);
            if (length > 1 && nearest == chain[length - 2])
            {
                length -= 2;
                (int one, int other) = (Math.Min(chain[length], chain[length + 1]), Math.Max(chain[length], chain[length + 1]));
                joins.Add((one, other, _linkage == Linkage.Ward ? Math.Sqrt(Math.Max(0, distance)) : distance));
                Join(one, other, distance);
                if (joins.Count % JoinsPerReport == 0 || joins.Count == _rows - 1)
                {
                    progress?.Report(joins.Count + 1);
                }
            }
            else
            {
                chain[length++] = nearest;
            }
        }

        return Dendrogram(joins);
    }

    private static int Start(int later) => later * (later - 1) / 2;

    private ref double Between(int one, int other) => ref _distances[one > other ? Start(one) + other : Start(other) + one];

    /// <summary>The nearest live group; of equally near ones the one before in the chain, so that the chain ends, else the first.</summary>
    private (int Nearest, double Distance) Nearest(int group, int before)
    {
        int nearest = before;
        double least = before < 0 ? double.PositiveInfinity : Between(group, before);
        for (int other = 0; other < _rows; other++)
        {
            if (_sizes[other] > 0 && other != group)
            {
                double distance = Between(group, other);
                if (distance < least || nearest < 0)
                {
                    (nearest, least) = (other, distance);
                }
            }
        }

        return (nearest, least);
    }

    /// <summary>The group of both goes on under the number of the second.</summary>
    private void Join(int one, int other, double distance)
    {
        for (int third = 0; third < _rows; third++)
        {
            if (_sizes[third] > 0 && third != one && third != other)
            {
                ref double kept = ref Between(other, third);
                kept = Joined(Between(one, third), kept, distance, _sizes[one], _sizes[other], _sizes[third]);
            }
        }

        _sizes[other] += _sizes[one];
        _sizes[one] = 0;
    }

    private double Joined(double one, double other, double between, double sizeOne, double sizeOther, double sizeThird) => _linkage switch
    {
        Linkage.Single => Math.Min(one, other),
        Linkage.Complete => Math.Max(one, other),
        Linkage.Average => ((sizeOne * one) + (sizeOther * other)) / (sizeOne + sizeOther),
        _ => (((sizeOne + sizeThird) * one) + ((sizeOther + sizeThird) * other) - (sizeThird * between)) / (sizeOne + sizeOther + sizeThird),
    };

    /// <summary>Brings the joins, which come in the order of the chains, into the order of their heights.</summary>
    private Dendrogram Dendrogram(List<(int One, int Other, double Height)> joins)
    {
        // The sort is stable: of equal heights, what was joined first stays first.
        (int One, int Other, double Height)[] rising = [.. joins.OrderBy(static join => join.Height)];
        var forest = new DisjointSets(_rows);
        int[] numbers = [.. Enumerable.Range(0, _rows)];
        int[] sizes = new int[_rows];
        Array.Fill(sizes, 1);
        var merges = new DendrogramMerge[rising.Length];
        for (int i = 0; i < merges.Length; i++)
        {
            int one = forest.Find(rising[i].One);
            int other = forest.Find(rising[i].Other);
            merges[i] = new DendrogramMerge(Math.Min(numbers[one], numbers[other]), Math.Max(numbers[one], numbers[other]), rising[i].Height, sizes[one] + sizes[other]);
            int joined = forest.Union(one, other);
            numbers[joined] = _rows + i;
            sizes[joined] = merges[i].Rows;
        }

        return new Dendrogram(ValueList.Create<DendrogramMerge>(merges));
    }
}
