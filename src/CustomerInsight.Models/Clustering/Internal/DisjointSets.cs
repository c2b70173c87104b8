namespace CustomerInsight.Models;

/// <summary>Sets of numbers that are joined two by two.</summary>
/// <remarks>Source: Tarjan, van Leeuwen, "Worst-case analysis of set union algorithms", Journal of the ACM 31(2), 1984 (union by size, path halving).</remarks>
internal sealed class DisjointSets
{
    private readonly int[] _above;
    private readonly int[] _sizes;

    public DisjointSets(int count)
    {
        _above = [.. Enumerable.Range(0, count)];
        _sizes = new int[count];
        Array.Fill(_sizes, 1);
    }

    public int Find(int item)
    {
        while (_above[item] != item)
        {
            _above[item] = _above[_above[item]];
            item = _above[item];
        }

        return item;
    }

    /// <summary>Joins the sets of two items, and returns what stands for both from now on.</summary>
    public int Union(int left, int right)
    {
        left = Find(left);
        right = Find(right);
        if (left == right)
        {
            return left;
        }

        (int large, int small) = _sizes[left] >= _sizes[right] ? (left, right) : (right, left);
        _above[small] = large;
        _sizes[large] += _sizes[small];
        return large;
    }
}
