namespace CustomerInsight.Models;

/// <summary>Numbers at places that change, and the sums of all before a place: both in O(log n).</summary>
/// <remarks>Source: Fenwick, "A new data structure for cumulative frequency tables", Software: Practice and Experience 24 (1994).</remarks>
internal sealed class PrefixSums(int places)
{
    private readonly double[] _tree = new double[places + 1];
    private readonly double[] _own = new double[places];

    public double Total { get; private set; }

    public void Add(int place, double amount)
    {
        Total += amount;
        _own[place] += amount;
        for (int i = place + 1; i < _tree.Length; i += i & -i)
        {
            _tree[i] += amount;
        }
    }

    public double At(int place) => _own[place];

    /// <summary>The sum of the numbers at all places before one.</summary>
    public double Before(int place)
    {
        double sum = 0;
        for (int i = place; i > 0; i &= i - 1)
        {
            sum += _tree[i];
        }

        return sum;
    }
}
