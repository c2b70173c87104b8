namespace CustomerInsight.Models;

/// <summary>Finds neighbours of a point among many.</summary>
/// <remarks>
/// Halves the points at the median of the widest feature, again and again; a part is passed over where its box is too far.
/// <para>Source: Friedman, Bentley, Finkel, "An Algorithm for Finding Best Matches in Logarithmic Expected Time", ACM TOMS 3(3), 1977.</para>
/// </remarks>
/// <threadsafety>Safe from many threads once made.</threadsafety>
internal sealed class KdTree
{
    private const int LeafRows = 16;

    private readonly int _width;
    private readonly double[] _points;
    private readonly int[] _numbers;

    /// <summary>By node, the least and the greatest of each feature.</summary>
    private readonly double[] _boxes;
    private readonly int _depth;

    public KdTree(double[] points, int width)
    {
        _width = width;
        Count = points.Length / width;
        _numbers = [.. Enumerable.Range(0, Count)];
        while ((long)LeafRows << _depth < Count)
        {
            _depth++;
        }

        _boxes = new double[Nodes * 2 * width];
        Build(0, 0, Count, points, new double[Count]);
        _points = new double[points.Length];
        for (int at = 0; at < Count; at++)
        {
            points.AsSpan(_numbers[at] * width, width).CopyTo(_points.AsSpan(at * width));
        }
    }

    public int Count { get; }

    /// <summary>Visits the points within a distance, in an order that depends on the points alone.</summary>
    /// <param name="point">Around which point.</param>
    /// <param name="squared">The square of the distance.</param>
    /// <param name="visitor">Gets each point; may end the visit.</param>
    public void Within<T>(ReadOnlySpan<double> point, double squared, ref T visitor)
        where T : struct, INeighborVisitor => Visit(0, 0, Count, point, squared, ref visitor);

    /// <summary>Finds the nearest points, the nearest first; of equally near ones those of lower numbers.</summary>
    /// <param name="point">Near which point.</param>
    /// <param name="neighbors">Gets as many as there is room for, and as there are.</param>
    /// <returns>How many were found.</returns>
    public int Nearest(ReadOnlySpan<double> point, Span<Neighbor> neighbors)
    {
        int found = 0;
        Nearest(0, 0, Count, point, neighbors, ref found);
        return found;
    }

    /// <summary>Gets how many nodes there are. The first, 0, holds all points; below <c>n</c> are <c>2n + 1</c> and <c>2n + 2</c> with half of its places each.</summary>
    public int Nodes => (2 << _depth) - 1;

    public bool IsLeaf(int node) => node >= (1 << _depth) - 1;

    /// <summary>The number of the point at a place of the tree.</summary>
    public int NumberAt(int place) => _numbers[place];

    public ReadOnlySpan<double> PointAt(int place) => _points.AsSpan(place * _width, _width);

    /// <summary>The square of the distance from a point to the nearest place in a node's box.</summary>
    public double SquaredToBox(int node, ReadOnlySpan<double> point)
    {
        ReadOnlySpan<double> least = _boxes.AsSpan(node * 2 * _width, _width);
        ReadOnlySpan<double> greatest = _boxes.AsSpan(((node * 2) + 1) * _width, _width);
        double squared = 0;
        for (int column = 0; column < point.Length; column++)
        {
            double outside = Math.Max(Math.Max(least[column] - point[column], point[column] - greatest[column]), 0);
            squared += outside * outside;
        }

        return squared;
    }

    /// <summary>The square of the distance from a point to the farthest corner of a node's box.</summary>
    public double SquaredToFarCorner(int node, ReadOnlySpan<double> point)
    {
        ReadOnlySpan<double> least = _boxes.AsSpan(node * 2 * _width, _width);
        ReadOnlySpan<double> greatest = _boxes.AsSpan(((node * 2) + 1) * _width, _width);
        double squared = 0;
        for (int column = 0; column < point.Length; column++)
        {
            double away = Math.Max(greatest[column] - point[column], point[column] - least[column]);
            squared += away * away;
        }

        return squared;
    }

    private void Build(int node, int from, int to, double[] points, double[] keys)
    {
        Span<double> least = _boxes.AsSpan(node * 2 * _width, _width);
        Span<double> greatest = _boxes.AsSpan(((node * 2) + 1) * _width, _width);
        least.Fill(double.PositiveInfinity);
        greatest.Fill(double.NegativeInfinity);
        for (int at = from; at < to; at++)
        {
            ReadOnlySpan<double> point = points.AsSpan(_numbers[at] * _width, _width);
            for (int column = 0; column < point.Length; column++)
            {
                least[column] = Math.Min(least[column], point[column]);
                greatest[column] = Math.Max(greatest[column], point[column]);
            }
        }

        if (IsLeaf(node))
        {
            return;
        }

        int widest = 0;
        for (int column = 1; column < _width; column++)
        {
            widest = greatest[column] - least[column] > greatest[widest] - least[widest] ? column : widest;
        }

        for (int at = from; at < to; at++)
        {
            keys[at] = points[(_numbers[at] * _width) + widest];
        }

        Array.Sort(keys, _numbers, from, to - from);
        int middle = (from + to) / 2;
        Build((2 * node) + 1, from, middle, points, keys);
        Build((2 * node) + 2, middle, to, points, keys);
    }

    private bool Visit<T>(int node, int from, int to, ReadOnlySpan<double> point, double squared, ref T visitor)
        where T : struct, INeighborVisitor
    {
        if (from == to || SquaredToBox(node, point) > squared)
        {
            return true;
        }

        if (!IsLeaf(node))
        {
            int middle = (from + to) / 2;
            return Visit((2 * node) + 1, from, middle, point, squared, ref visitor) && Visit((2 * node) + 2, middle, to, point, squared, ref visitor);
        }

        for (int at = from; at < to; at++)
        {
            double distance = SquaredDistance.Between(point, _points.AsSpan(at * _width, _width));
            if (distance <= squared && !visitor.Visit(_numbers[at], distance))
            {
                return false;
            }
        }

        return true;
    }

    private void Nearest(int node, int from, int to, ReadOnlySpan<double> point, Span<Neighbor> neighbors, ref int found)
    {
        if (from == to || (found == neighbors.Length && SquaredToBox(node, point) > neighbors[^1].Squared))
        {
            return;
        }

        if (IsLeaf(node))
        {
            for (int at = from; at < to; at++)
            {
                Insert(new Neighbor(_numbers[at], SquaredDistance.Between(point, _points.AsSpan(at * _width, _width))), neighbors, ref found);
            }

            return;
        }

        int middle = (from + to) / 2;
        int low = (2 * node) + 1;
        if (SquaredToBox(low, point) <= SquaredToBox(low + 1, point))
        {
            Nearest(low, from, middle, point, neighbors, ref found);
            Nearest(low + 1, middle, to, point, neighbors, ref found);
        }
        else
        {
            Nearest(low + 1, middle, to, point, neighbors, ref found);
            Nearest(low, from, middle, point, neighbors, ref found);
        }
    }

    private static void Insert(Neighbor neighbor, Span<Neighbor> neighbors, ref int found)
    {
        if (found == neighbors.Length && !neighbor.IsBefore(neighbors[^1]))
        {
            return;
        }

        int at = found == neighbors.Length ? found - 1 : found++;
        while (at > 0 && neighbor.IsBefore(neighbors[at - 1]))
        {
            neighbors[at] = neighbors[at - 1];
            at--;
        }

        neighbors[at] = neighbor;
    }
}
