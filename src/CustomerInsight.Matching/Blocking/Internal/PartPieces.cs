namespace CustomerInsight.Matching;

/// <summary>The pieces into which a blocking part splits a value, as hashes.</summary>
internal static class PartPieces
{
    /// <summary>Adds the hashes of a value's pieces, in any order, repetitions included; none where the value has no such part.</summary>
    /// <param name="piece">The part of the value; empty where it has none.</param>
    /// <param name="part">How it is split.</param>
    /// <param name="counts">How many records have each word, for the rarest words; null where all are equally rare.</param>
    /// <param name="hashes">Where to add.</param>
    public static void Add(ReadOnlySpan<char> piece, BlockingPart part, WordCounts? counts, List<ulong> hashes)
    {
        if (piece.IsEmpty)
        {
            return;
        }

        if (part.Split == PartSplit.None)
        {
            hashes.Add(StableHash.Of(piece));
            return;
        }

        string text = piece.ToString();
        switch (part.Split)
        {
            case PartSplit.Words:
                hashes.AddRange(Words(text).Select(static word => StableHash.Of(word)));
                break;
            case PartSplit.RarestWords:
                hashes.AddRange(Words(text).Distinct(StringComparer.Ordinal)
                    .OrderBy(word => counts?.CountOf(StableHash.Of(word)) ?? 1).ThenBy(static word => word, StringComparer.Ordinal)
                    .Take(part.Size).Select(static word => StableHash.Of(word)));
                break;
            default:
                for (int i = 0; i == 0 || i + part.Size <= text.Length; i++)
                {
                    hashes.Add(StableHash.Of(text.AsSpan(i, Math.Min(part.Size, text.Length - i))));
                }

                break;
        }
    }

    /// <summary>The words of a text.</summary>
    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
