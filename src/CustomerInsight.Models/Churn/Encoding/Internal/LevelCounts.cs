using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>How many rows have each text.</summary>
internal sealed class LevelCounts
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>How many rows have a text at all.</summary>
    public int Known { get; private set; }

    /// <summary>Whether, in one of the parts, nearly every row has another text.</summary>
    public bool IsIdentifier { get; private set; }

    public static LevelCounts Of(TraitRows[] parts, int position, int fewestIdentifiers, double identifierShare)
    {
        var counts = new LevelCounts();
        foreach (TraitRows part in parts)
        {
            var column = (TextColumn)part.Table.Columns[position];
            int[] own = new int[column.Distinct.Length + 1];
            for (int i = 0; i < part.Count; i++)
            {
                // What is missing has the number −1.
                own[column.Codes[part[i]] + 1]++;
            }

            int known = part.Count - own[0];
            int distinct = counts.Add(own.AsSpan(1), column.Distinct);
            counts.Known += known;
            counts.IsIdentifier |= known >= fewestIdentifiers && distinct >= identifierShare * known;
        }

        return counts;
    }

    /// <summary>The commonest first, of equally common ones the first in ordinal order.</summary>
    public LevelCount[] Sorted() =>
        [.. _counts.Select(static level => new LevelCount(level.Key, level.Value)).OrderByDescending(static level => level.Rows).ThenBy(static level => level.Level, StringComparer.Ordinal)];

    private int Add(ReadOnlySpan<int> rows, ReadOnlySpan<string> texts)
    {
        int distinct = 0;
        for (int code = 0; code < texts.Length; code++)
        {
            if (rows[code] > 0)
            {
                distinct++;
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, texts[code], out _) += rows[code];
            }
        }

        return distinct;
    }
}
