namespace CustomerInsight.Matching;

/// <summary>How common each value of an attribute is, frozen at training.</summary>
/// <remarks>Only values that more than one content has are held; any other value counts as seen once.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class TermFrequencies
{
    private readonly Dictionary<string, int> _counts;

    /// <summary>Makes the frequencies.</summary>
    /// <param name="total">How many contents have a value, at least 0.</param>
    /// <param name="counts">How many have each value, each value once; counts of 1 may be left out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is negative.</exception>
    /// <exception cref="ArgumentException">A value comes twice; the message names its position.</exception>
    public TermFrequencies(long total, IEnumerable<KeyValuePair<string, int>> counts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentNullException.ThrowIfNull(counts);
        Total = total;
        _counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int position = 0;
        foreach ((string value, int count) in counts)
        {
            if (count > 1 && !_counts.TryAdd(value, count))
            {
                throw new ArgumentException($"Entry {position} repeats the value of an earlier one. Give each value once.", nameof(counts));
            }

            position++;
        }
    }

    /// <summary>Gets how many contents have a value.</summary>
    public long Total { get; }

    /// <summary>Gives how many contents have a value.</summary>
    /// <param name="value">The standardized value.</param>
    /// <returns>At least 1.</returns>
    public int CountOf(string value) => _counts.GetValueOrDefault(value, 1);

    internal static TermFrequencies Of(StandardizedColumn column, MatchNodes nodes)
    {
        int[] counts = new int[column.Values.Count];
        long total = 0;
        for (int node = 0; node < nodes.Count; node++)
        {
            ReadOnlySpan<int> ids = column.Ids(nodes.Representative(node));
            total += ids.IsEmpty ? 0 : 1;
            foreach (int id in ids)
            {
                counts[id]++;
            }
        }

        return new TermFrequencies(total, counts.Select((count, id) => KeyValuePair.Create(column.Values[id], count)));
    }
}
