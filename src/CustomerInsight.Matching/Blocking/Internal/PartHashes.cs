using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>The hashes of one part of each value of a column: none where the value has no such part, several where it is split.</summary>
internal sealed class PartHashes
{
    private readonly int[]? _starts;
    private readonly ulong[] _hashes;

    private PartHashes(StandardizedColumn column, int[]? starts, ulong[] hashes)
    {
        Column = column;
        _starts = starts;
        _hashes = hashes;
    }

    /// <summary>The column whose values have the part.</summary>
    public StandardizedColumn Column { get; }

    /// <summary>Whether each value has at most one hash, and none that is 0.</summary>
    public bool IsSingle => _starts is null;

    /// <summary>Where <see cref="IsSingle"/>: each value's hash, or 0 where it has no such part.</summary>
    public ReadOnlySpan<ulong> Single => _hashes;

    public ReadOnlySpan<int> Values(int record) => Column.Ids(record);

    /// <summary>The hashes of a value's part, each once.</summary>
    public ReadOnlySpan<ulong> Hashes(int value) =>
        _starts is { } starts ? _hashes.AsSpan(starts[value]..starts[value + 1])
        : _hashes.AsSpan(value, _hashes[value] == 0 ? 0 : 1);

    /// <summary>Says whether two records agree in the part.</summary>
    public bool Share(int left, int right)
    {
        foreach (int l in Values(left))
        {
            foreach (ulong hash in Hashes(l))
            {
                foreach (int r in Values(right))
                {
                    if (Hashes(r).Contains(hash))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    public bool IsMissing(int record)
    {
        foreach (int value in Values(record))
        {
            if (!Hashes(value).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Hashes the part of each value.</summary>
    /// <param name="column">The values.</param>
    /// <param name="part">The part.</param>
    /// <param name="counts">How many records have each word, for the rarest words; null where all are equally rare.</param>
    public static PartHashes Of(StandardizedColumn column, BlockingPart part, WordCounts? counts)
    {
        if (part.Split == PartSplit.None && Whole(column, part.Part) is { } whole)
        {
            return new PartHashes(column, null, whole);
        }

        int[] starts = new int[column.Values.Count + 1];
        var hashes = new List<ulong>(column.Values.Count);
        for (int value = 0; value < column.Values.Count; value++)
        {
            PartPieces.Add(part.Part.SpanOf(column.Values[value]), part, counts, hashes);

            // Pieces that a value repeats count once.
            Span<ulong> own = CollectionsMarshal.AsSpan(hashes)[starts[value]..];
            if (own.Length > 1)
            {
                own.Sort();
                int kept = 1;
                for (int i = 1; i < own.Length; i++)
                {
                    if (own[i] != own[kept - 1])
                    {
                        own[kept++] = own[i];
                    }
                }

                hashes.RemoveRange(starts[value] + kept, own.Length - kept);
            }

            starts[value + 1] = hashes.Count;
        }

        return new PartHashes(column, starts, [.. hashes]);
    }

    /// <summary>A hash for each value, 0 where it has no such part; null where a part's own hash is 0.</summary>
    private static ulong[]? Whole(StandardizedColumn column, ValuePart part)
    {
        ulong[] hashes = new ulong[column.Values.Count];
        for (int value = 0; value < hashes.Length; value++)
        {
            ReadOnlySpan<char> piece = part.SpanOf(column.Values[value]);
            if (!piece.IsEmpty && (hashes[value] = StableHash.Of(piece)) == 0)
            {
                return null;
            }
        }

        return hashes;
    }
}
