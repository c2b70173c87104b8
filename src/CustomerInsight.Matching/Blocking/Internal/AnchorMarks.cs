using System.Numerics;

namespace CustomerInsight.Matching;

/// <summary>For each node which of the hashes that the anchors of a survey have of a part is its own: a small number instead of a hash.</summary>
internal sealed class AnchorMarks
{
    private const int FilterBits = 16;

    private readonly ushort[] _ofNodes;

    private AnchorMarks(ushort[] ofNodes, int count)
    {
        _ofNodes = ofNodes;
        Count = count;
    }

    /// <summary>The highest number.</summary>
    public int Count { get; }

    /// <summary>Each node's number, from 1 on; 0 where no anchor has its hash, or it has none.</summary>
    public ReadOnlySpan<ushort> OfNodes => _ofNodes;

    /// <summary>Numbers the hashes of the anchors; null where a node has several of the part, or there are too many anchors.</summary>
    public static AnchorMarks? Of(PartHashes hashes, int[] anchors, BlockingColumns columns)
    {
        if (!hashes.IsSingle || anchors.Length >= ushort.MaxValue)
        {
            return null;
        }

        int[] values = columns.Values(hashes.Column);
        if (values.AsSpan().Contains(BlockingColumns.Several))
        {
            return null;
        }

        ushort[] ofValues = OfValues(hashes, anchors, values, out int count);
        ushort[] ofNodes = new ushort[values.Length];
        for (int node = 0; node < ofNodes.Length; node++)
        {
            int value = values[node];
            ofNodes[node] = value < 0 ? (ushort)0 : ofValues[value];
        }

        return new AnchorMarks(ofNodes, count);
    }

    private static ushort[] OfValues(PartHashes hashes, int[] anchors, int[] values, out int count)
    {
        var numbers = new Dictionary<ulong, ushort>();
        ulong[] filter = new ulong[(1 << FilterBits) / 64];
        foreach (int anchor in anchors)
        {
            ulong hash = values[anchor] < 0 ? 0 : hashes.Single[values[anchor]];
            if (hash != 0 && numbers.TryAdd(hash, (ushort)(numbers.Count + 1)))
            {
                filter[Slot(hash)] |= 1UL << (int)(hash & 63);
            }
        }

        // Nearly all values are no anchor's; one bit says so sooner than the dictionary does.
        ReadOnlySpan<ulong> all = hashes.Single;
        ushort[] ofValues = new ushort[all.Length];
        for (int value = 0; value < ofValues.Length; value++)
        {
            ulong hash = all[value];
            if ((filter[Slot(hash)] & (1UL << (int)(hash & 63))) != 0 && numbers.TryGetValue(hash, out ushort number))
            {
                ofValues[value] = number;
            }
        }

        count = numbers.Count;
        return ofValues;
    }

    private static int Slot(ulong hash) => (int)(hash >> (64 - FilterBits + BitOperations.Log2(64)));
}
