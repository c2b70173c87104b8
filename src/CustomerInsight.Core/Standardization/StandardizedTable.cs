namespace CustomerInsight;

/// <summary>All records of a run in canonical order, with the form in which they are compared.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class StandardizedTable
{
    private readonly StandardizedColumn[] _columns;

    internal StandardizedTable(RecordSchema schema, IReadOnlyList<SourceRecord> records, StandardizedColumn[] columns, IReadOnlyDictionary<string, int> trustRanks)
    {
        Schema = schema;
        Records = records;
        TrustRanks = trustRanks;
        _columns = columns;
    }

    /// <summary>Gets the table without records.</summary>
    public static StandardizedTable Empty { get; } = new(RecordSchema.Empty, [], [], new Dictionary<string, int>());

    /// <summary>Makes a table of records, as a run does after reading; for tests of comparators, rules and stages of a host's own.</summary>
    /// <param name="records">The records in any order, each key once.</param>
    /// <param name="standardizers">The standardizers; null for <see cref="StandardizerSet.Default"/>.</param>
    /// <returns>The table. Every source has the default conventions and trust rank 0.</returns>
    /// <exception cref="ArgumentException">Two records have the same key, or two schemas give one name different kinds.</exception>
    public static StandardizedTable Of(IEnumerable<SourceRecord> records, StandardizerSet? standardizers = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        SourceRecord[] sorted = [.. records.OrderBy(static record => record.Key)];
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Key == sorted[i - 1].Key)
            {
                throw new ArgumentException($"Records {i - 1} and {i} in canonical order have the same key. Keep one version of each record.", nameof(records));
            }
        }

        var builder = new TableBuilder(sorted, standardizers ?? StandardizerSet.Default, new Dictionary<string, SourceConventions>(), new Dictionary<string, int>());
        return builder.Build(new ParallelOptions());
    }

    /// <summary>Gets the attributes of all sources together.</summary>
    public RecordSchema Schema { get; }

    /// <summary>Gets the records in the canonical order of their keys, each key once.</summary>
    public IReadOnlyList<SourceRecord> Records { get; }

    /// <summary>Gets the trust rank of each source by its name: 0 is trusted most.</summary>
    public IReadOnlyDictionary<string, int> TrustRanks { get; }

    /// <summary>Gets how many records there are.</summary>
    public int Count => Records.Count;

    /// <summary>Gets one attribute's standardized values.</summary>
    /// <param name="attribute">The attribute's position in <see cref="Schema"/>.</param>
    /// <returns>The column.</returns>
    public StandardizedColumn Column(int attribute) => _columns[attribute];
}
