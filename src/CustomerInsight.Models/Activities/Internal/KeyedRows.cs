namespace CustomerInsight.Models;

/// <summary>The rows of a log up to a moment, parted by their customers' places in ordinal order: no customer of a part comes before one of the part before it.</summary>
/// <remarks>Parts are of about the same number of rows, few enough for a core's cache; their bounds are chosen by a sample. In each part rows keep their order.</remarks>
internal sealed class KeyedRows
{
    private const int RowsOfAPart = 1 << 13;
    private const int MostParts = 1 << 10;
    private const int SampleOfAPart = 16;

    private readonly KeyedRow[] _rows;
    private readonly int[] _starts;

    private KeyedRows(KeyedRow[] rows, int[] starts, bool isExact)
    {
        _rows = rows;
        _starts = starts;
        IsExact = isExact;
    }

    /// <summary>Whether rows of the same key are of the same name.</summary>
    public bool IsExact { get; }

    public int Count => _rows.Length;

    public int Parts => _starts.Length - 1;

    public int Start(int part) => _starts[part];

    public ReadOnlySpan<KeyedRow> Part(int part) => _rows.AsSpan(_starts[part].._starts[part + 1]);

    public static KeyedRows Of(ActivityLog log, long asOf, ParallelOptions parallel)
    {
        int parts = Math.Clamp(log.Count / RowsOfAPart, 1, MostParts);
        (NameKeys keys, KeyBounds bounds) = Bounds(log, parts);
        var chunks = new Chunk[log.Rows.Chunks];
        Parallel.For(0, chunks.Length, parallel, chunk => chunks[chunk] = Chunk.Of(log, chunk, asOf, keys, bounds));
        int[] starts = new int[parts + 1];
        int next = 0;
        for (int part = 0; part < parts; part++)
        {
            starts[part] = next;
            foreach (Chunk chunk in chunks)
            {
                (chunk.Places[part], next) = (next, next + chunk.Places[part]);
            }
        }

        starts[parts] = next;
        var rows = new KeyedRow[next];
        Parallel.For(0, chunks.Length, parallel, chunk => chunks[chunk].Scatter(chunk << ChunkList<LogRow>.Bits, rows));
        return new KeyedRows(rows, starts, Array.TrueForAll(chunks, static chunk => chunk.IsExact));
    }

    private static (NameKeys Keys, KeyBounds Bounds) Bounds(ActivityLog log, int parts)
    {
        int count = Math.Min(log.Count, parts * SampleOfAPart);
        string[] sample = new string[Math.Max(count, 1)];
        sample[0] = string.Empty;
        for (int i = 0; i < count; i++)
        {
            sample[i] = log.Customers[(int)((long)i * log.Count / count)];
        }

        var keys = NameKeys.Of(sample);
        ulong[] sorted = Array.ConvertAll(sample, name => keys.KeyOf(name, out _));
        Array.Sort(sorted);
        ulong[] bounds = new ulong[parts - 1];
        for (int part = 1; part < parts; part++)
        {
            bounds[part - 1] = sorted[(int)((long)part * sorted.Length / parts)];
        }

        return (keys, new KeyBounds(bounds));
    }

    private sealed class Chunk(ulong[] keys, short[] partOf, int[] places, bool isExact)
    {
        private const short Later = -1;

        public int[] Places => places;

        public bool IsExact => isExact;

        public static Chunk Of(ActivityLog log, int chunk, long asOf, NameKeys names, KeyBounds bounds)
        {
            ReadOnlySpan<LogRow> rows = log.Rows.Chunk(chunk);
            ReadOnlySpan<string> customers = log.Customers.Chunk(chunk);
            ulong[] keys = new ulong[rows.Length];
            bool allExact = true;

            // Nothing but looks that do not wait for each other, so that the memory behind them is fetched together.
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = names.KeyOf(customers[i], out bool isExact);
                allExact &= isExact;
            }

            short[] partOf = new short[rows.Length];
            int[] counts = new int[bounds.Parts];
            for (int i = 0; i < keys.Length; i++)
            {
                partOf[i] = Later;
                if (rows[i].Ticks <= asOf)
                {
                    partOf[i] = (short)bounds.PartOf(keys[i]);
                    counts[partOf[i]]++;
                }
            }

            return new Chunk(keys, partOf, counts, allExact);
        }

        public void Scatter(int first, KeyedRow[] rows)
        {
            for (int i = 0; i < partOf.Length; i++)
            {
                if (partOf[i] != Later)
                {
                    rows[places[partOf[i]]++] = new KeyedRow(keys[i], first + i);
                }
            }
        }
    }
}
