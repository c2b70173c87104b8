namespace CustomerInsight.Sources;

/// <summary>Guesses what a column means by its name.</summary>
internal static class ColumnGuesser
{
    /// <summary>The kind of attribute, or null for a name that is not known.</summary>
    public static AttributeKind? Kind(string column)
    {
        if (KnownAttributes.TryGetKind(ColumnName.Compact(column), out AttributeKind known))
        {
            return known;
        }

        // billing_city, postcode_fake, address_1: words that do not change the meaning are left out, as few as possible.
        List<string> words = ColumnName.Words(column, splitDigits: true);
        int prefixes = words.TakeWhile(KnownAttributes.Prefixes.Contains).Count();
        int suffixes = words.AsEnumerable().Reverse().TakeWhile(static word => KnownAttributes.Suffixes.Contains(word) || word.All(char.IsAsciiDigit)).Count();
        for (int dropped = 1; dropped < words.Count; dropped++)
        {
            for (int front = Math.Max(0, dropped - suffixes); front <= Math.Min(prefixes, dropped); front++)
            {
                string rest = string.Concat(words.Skip(front).Take(words.Count - dropped));
                if (KnownAttributes.TryGetKind(rest, out known))
                {
                    return known;
                }
            }
        }

        return null;
    }

    /// <summary>The identifier that a column holds, or null.</summary>
    public static ColumnTarget? Identifier(string column, string source) =>
        KnownColumns.Identifiers.GetValueOrDefault(ColumnName.Compact(column)) is not { } target ? null
        : target.IdentifierScope is null ? target with { IdentifierScope = source } : target;

    /// <summary>The free column that comes first among known names, or −1.</summary>
    public static int Best(IReadOnlyList<string> columns, ReadOnlySpan<ColumnTarget?> taken, string[] known)
    {
        int best = -1;
        int bestRank = known.Length;
        for (int i = 0; i < columns.Count; i++)
        {
            int rank = taken[i] is null ? Array.IndexOf(known, ColumnName.Compact(columns[i])) : -1;
            if (rank >= 0 && rank < bestRank)
            {
                (best, bestRank) = (i, rank);
            }
        }

        return best;
    }
}
