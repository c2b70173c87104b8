namespace CustomerInsight.Matching;

/// <summary>How common each value of an attribute is, frozen at training.</summary>
/// <remarks>Only values that more than one content has are held; any other value counts as seen once.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class TermFrequencies
{
    // Where they were counted in a column: by its values' numbers, so that texts are looked up only for other records. A model may outlive its table.
    private readonly WeakReference<StandardizedColumn>? _column;
    private readonly int[] _countOfValue = [];
    private readonly Lazy<Dictionary<string, int>> _counts;

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
        var countOf = new Dictionary<string, int>(StringComparer.Ordinal);
        _counts = new Lazy<Dictionary<string, int>>(countOf);
        int position = 0;
        foreach ((string value, int count) in counts)
        {
            if (count > 1 && !countOf.TryAdd(value, count))
            {
                throw new ArgumentException($"Entry {position} repeats the value of an earlier one. Give each value once.", nameof(counts));
            }

            position++;
        }
    }

    private TermFrequencies(long total, StandardizedColumn column, int[] countOfValue)
    {
        Total = total;
        _column = new WeakReference<StandardizedColumn>(column);
        _countOfValue = countOfValue;
        KeyValuePair<string, int>[] common = [.. Enumerable.Range(0, countOfValue.Length).Where(value => countOfValue[value] > 1).Select(value => KeyValuePair.Create(column.Values[value], countOfValue[value]))];
        _counts = new Lazy<Dictionary<string, int>>(() => new Dictionary<string, int>(common, StringComparer.Ordinal));
    }

    /// <summary>Gets how many contents have a value.</summary>
    public long Total { get; }

    /// <summary>Gets the values that more than one content has, in no order.</summary>
    internal IEnumerable<KeyValuePair<string, int>> Counts => _counts.Value;

    /// <summary>Gives how many contents have a value.</summary>
    /// <param name="value">The standardized value.</param>
    /// <returns>At least 1.</returns>
    public int CountOf(string value) => _counts.Value.GetValueOrDefault(value, 1);

    /// <summary>How many contents have a value of a column, by its number.</summary>
    internal int CountOf(StandardizedColumn column, int value) => _column is not null && _column.TryGetTarget(out StandardizedColumn? counted) && ReferenceEquals(column, counted) ? Math.Max(_countOfValue[value], 1) : CountOf(column.Values[value]);

    /// <summary>Counts how many records have each value of an attribute; copies of a record count too.</summary>
    /// <param name="table">The records.</param>
    /// <param name="attribute">The attribute's name.</param>
    /// <returns>The frequencies. Cost O(records).</returns>
    /// <exception cref="ArgumentException">The records have no such attribute.</exception>
    public static TermFrequencies Of(StandardizedTable table, string attribute)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(PairTestCompiler.For(table).Column(attribute), Enumerable.Range(0, table.Count));
    }

    internal static TermFrequencies Of(StandardizedColumn column, MatchNodes nodes) =>
        Of(column, Enumerable.Range(0, nodes.Count).Select(node => nodes.Representative(node)));

    private static TermFrequencies Of(StandardizedColumn column, IEnumerable<int> records)
    {
        int[] counts = new int[column.Values.Count];
        long total = 0;
        foreach (int record in records)
        {
            ReadOnlySpan<int> ids = column.Ids(record);
            total += ids.IsEmpty ? 0 : 1;
            foreach (int id in ids)
            {
                counts[id]++;
            }
        }

        return new TermFrequencies(total, column, counts);
    }
}
