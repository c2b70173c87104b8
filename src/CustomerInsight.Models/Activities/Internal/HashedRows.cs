namespace CustomerInsight.Models;

/// <summary>The rows of a log up to a moment, parted by the hash of their customer. In each part they keep their order.</summary>
internal sealed class HashedRows
{
    private readonly ulong[] _rows;
    private readonly int[] _starts;

    private HashedRows(ulong[] rows, int[] starts)
    {
        _rows = rows;
        _starts = starts;
    }

    public int Count => _rows.Length;

    public int Parts => _starts.Length - 1;

    public int Start(int part) => _starts[part];

    /// <summary>The hash in the upper half, the row's place in the lower.</summary>
    public ReadOnlySpan<ulong> Part(int part) => _rows.AsSpan(_starts[part].._starts[part + 1]);

    public static HashedRows Of(RowChunks<LogRow> rows, long asOf, int partBits, ParallelOptions parallel)
    {
        int parts = 1 << partBits;
        uint[][] hashes = new uint[rows.Chunks][];
        int[][] places = new int[rows.Chunks][];
        Parallel.For(0, rows.Chunks, parallel, chunk => (hashes[chunk], places[chunk]) = Hash(rows.Chunk(chunk), asOf, partBits));
        int[] starts = new int[parts + 1];
        int next = 0;
        for (int part = 0; part < parts; part++)
        {
            starts[part] = next;
            foreach (int[] counts in places)
            {
                (counts[part], next) = (next, next + counts[part]);
            }
        }

        starts[parts] = next;
        ulong[] sorted = new ulong[next];
        Parallel.For(0, rows.Chunks, parallel, chunk => Scatter(rows.Chunk(chunk), chunk << RowChunks<LogRow>.Bits, asOf, hashes[chunk], partBits, places[chunk], sorted));
        return new HashedRows(sorted, starts);
    }

    private static (uint[] Hashes, int[] Counts) Hash(ReadOnlySpan<LogRow> rows, long asOf, int partBits)
    {
        uint[] hashes = new uint[rows.Length];
        int[] counts = new int[1 << partBits];
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Ticks <= asOf)
            {
                hashes[i] = (uint)string.GetHashCode(rows[i].Customer.AsSpan());
                counts[PartOf(hashes[i], partBits)]++;
            }
        }

        return (hashes, counts);
    }

    private static void Scatter(ReadOnlySpan<LogRow> rows, int first, long asOf, uint[] hashes, int partBits, int[] places, ulong[] sorted)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Ticks <= asOf)
            {
                sorted[places[PartOf(hashes[i], partBits)]++] = ((ulong)hashes[i] << 32) | (uint)(first + i);
            }
        }
    }

    // A shift by 32 would be one by 0.
    private static int PartOf(uint hash, int partBits) => (int)((ulong)hash << partBits >> 32);
}
