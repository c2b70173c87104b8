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
