namespace CustomerInsight.Matching;

/// <summary>Compares records by what they say in standardized form: kind, values and identifiers; where asked also by source.</summary>
internal sealed class ContentComparer(StandardizedTable table, bool bySource) : IEqualityComparer<int>
{
    private readonly StandardizedColumn[] _columns = [.. Enumerable.Range(0, table.Schema.Attributes.Count).Select(table.Column)];

    public bool Equals(int x, int y)
    {
        if (table.Records[x].EntityKind != table.Records[y].EntityKind || table.Records[x].Identifiers != table.Records[y].Identifiers
            || (bySource && table.Records[x].Key.Source != table.Records[y].Key.Source))
        {
            return false;
        }

        foreach (StandardizedColumn column in _columns)
        {
            if (!column.Ids(x).SequenceEqual(column.Ids(y)))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(int obj) => (int)Hash(obj, static (_, id) => (ulong)id);

    /// <summary>A hash of what a record says that is the same in every process and for every table.</summary>
    public ulong StableHashOf(int record) => Hash(record, static (column, id) => StableHash.Of(column.Values[id]));

    private ulong Hash(int record, Func<StandardizedColumn, int, ulong> hashOf)
    {
        ulong hash = (ulong)table.Records[record].EntityKind;
        foreach (StandardizedColumn column in _columns)
        {
            foreach (int id in column.Ids(record))
            {
                hash = StableHash.Combine(hash, hashOf(column, id));
            }

            hash = StableHash.Combine(hash, ulong.MaxValue);
        }

        foreach (Identifier identifier in table.Records[record].Identifiers)
        {
            hash = StableHash.Combine(hash, IdentifierRule.Hash(identifier));
        }

        return hash;
    }
}
