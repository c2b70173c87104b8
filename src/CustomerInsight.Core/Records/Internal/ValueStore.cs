namespace CustomerInsight;

/// <summary>Keeps the values of a few records in one array: a million records are then a million objects fewer.</summary>
/// <remarks>Arrays begin with room for one record and grow to that for a few, so that a record made alone takes no more than it needs.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class ValueStore
{
    private const int MostRecords = 4;

    private Chunk _chunk = new(0, []);

    /// <summary>Copies the values of one record; all records have equally many.</summary>
    /// <returns>The array that holds them, and where they begin.</returns>
    public (AttributeValues[] Values, int Start) Store(ReadOnlySpan<AttributeValues> values)
    {
        if (values.IsEmpty)
        {
            return ([], 0);
        }

        for (Chunk chunk = _chunk; ; chunk = _chunk)
        {
            int start = Interlocked.Add(ref chunk.Used, values.Length) - values.Length;
            if (start + values.Length <= chunk.Values.Length)
            {
                values.CopyTo(chunk.Values.AsSpan(start));
                return (chunk.Values, start);
            }

            int records = Math.Clamp(chunk.Records * 2, 1, MostRecords);
            Interlocked.CompareExchange(ref _chunk, new Chunk(records, new AttributeValues[records * values.Length]), chunk);
        }
    }

    private sealed class Chunk(int records, AttributeValues[] values)
    {
        public int Used;

        public int Records => records;

        public AttributeValues[] Values => values;
    }
}
