namespace CustomerInsight.Matching;

/// <summary>Compares records by what they say in standardized form: kind, values and identifiers; where asked also by source, and by time where an identifier's policy makes it matter.</summary>
internal sealed class ContentComparer(StandardizedTable table, bool bySource, IdentifierPolicies policies)
{
    private readonly StandardizedColumn[] _columns = [.. Enumerable.Range(0, table.Schema.Attributes.Count).Select(table.Column)];

    public bool Equals(int x, int y)
    {
        if (table.Records[x].EntityKind != table.Records[y].EntityKind || table.Records[x].Identifiers != table.Records[y].Identifiers
            || (bySource && table.Records[x].Key.Source != table.Records[y].Key.Source)
            || (policies.DependsOnTime(table.Records[x].Identifiers) && table.Records[x].ObservedAt != table.Records[y].ObservedAt))
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

    /// <summary>A hash of what each record says, from the ids of its values: equal contents have equal ones, in this table alone.</summary>
    public uint[] Hashes()
    {
        uint[] hashes = new uint[table.Count];
        foreach (StandardizedColumn column in _columns)
        {
            AddValues(column, hashes);
        }

        AddRecords(hashes);
        return hashes;
    }

    /// <summary>A hash of what a record says that is the same in every process and for every table; source and time do not matter for it.</summary>
    public ulong StableHashOf(int record)
    {
        ulong hash = (ulong)table.Records[record].EntityKind;
        foreach (StandardizedColumn column in _columns)
        {
            foreach (int id in column.Ids(record))
            {
                hash = StableHash.Combine(hash, StableHash.Of(column.Values[id]));
            }

            hash = StableHash.Combine(hash, ulong.MaxValue);
        }

        foreach (Identifier identifier in table.Records[record].Identifiers)
        {
            hash = StableHash.Combine(hash, IdentifierRule.Hash(identifier));
        }

        return hash;
    }

    private static void AddValues(StandardizedColumn column, uint[] hashes)
    {
        ReadOnlySpan<int> single = column.SingleIds;
        for (int record = 0; record < single.Length; record++)
        {
            hashes[record] = Mixed(hashes[record], single[record]);
        }

        for (int record = single.Length; record < hashes.Length; record++)
        {
            foreach (int id in column.Ids(record))
            {
                hashes[record] = Mixed(hashes[record], id);
            }
        }
    }

    private void AddRecords(uint[] hashes)
    {
        string? source = null;
        int sourceHash = 0;
        for (int i = 0; i < hashes.Length; i++)
        {
            SourceRecord record = table.Records[i];
            hashes[i] = Mixed(hashes[i], (int)record.EntityKind);
            foreach (Identifier identifier in record.Identifiers)
            {
                hashes[i] = Mixed(hashes[i], (int)IdentifierRule.Hash(identifier));
            }

            if (record.ObservedAt is { } at && policies.DependsOnTime(record.Identifiers))
            {
                hashes[i] = Mixed(Mixed(hashes[i], (int)at.UtcTicks), (int)(at.UtcTicks >> 32));
            }

            if (bySource)
            {
                if (!ReferenceEquals(source, record.Key.Source))
                {
                    source = record.Key.Source;
                    sourceHash = (int)StableHash.Of(source);
                }

                hashes[i] = Mixed(hashes[i], sourceHash);
            }
        }
    }

    // The product's upper bits depend on all bits of both.
    private static uint Mixed(uint hash, int id)
    {
        ulong product = (((ulong)hash << 32) | (uint)(id + 2)) * 0x9E3779B97F4A7C15;
        return (uint)(product >> 32) ^ (uint)(product >> 15);
    }
}
