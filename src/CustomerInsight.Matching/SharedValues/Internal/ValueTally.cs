namespace CustomerInsight.Matching;

/// <summary>Counts by how many contents, and by how many clusters, each value of a field is claimed.</summary>
internal sealed class ValueTally(int values)
{
    private readonly int[] _contents = new int[values];
    private readonly int[] _customers = new int[values];
    private readonly int[] _last = [.. Enumerable.Repeat(-1, values)];

    public int Contents(int value) => _contents[value];

    public int Customers(int value) => _customers[value];

    /// <summary>Counts one content; those of a cluster come one after the other.</summary>
    public void Add(int value, int cluster)
    {
        _contents[value]++;
        if (_last[value] != cluster)
        {
            _last[value] = cluster;
            _customers[value]++;
        }
    }

    /// <summary>Those of a field's values that more clusters claim than any of so many is expected to be.</summary>
    public IEnumerable<int> Outstanding(IReadOnlyCollection<int> field)
    {
        double claimed = field.Count(value => _customers[value] > 0);
        double several = field.Count(value => _customers[value] > 1);

        // With the rate q, claimed · q^(c−1) values are expected to have c claimants or more; half a value keeps the rate off 0 and 1.
        double rate = (several + 0.5) / (claimed + 1);
        double least = 1 + (Math.Log(Math.Max(claimed, 1)) / -Math.Log(rate));
        return field.Where(value => _customers[value] >= SharedValueSearch.FewestCustomers && _customers[value] > least);
    }
}
