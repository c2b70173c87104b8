namespace CustomerInsight.Matching;

/// <summary>What counts as one edit between two texts.</summary>
public enum EditKind
{
    /// <summary>Insertions, deletions, substitutions, and swaps of neighbours between which nothing else is edited (optimal string alignment).</summary>
    Osa,

    /// <summary>Insertions, deletions and substitutions; a swap of neighbours is two edits.</summary>
    Levenshtein,

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours, also of such as become neighbours by other edits.</summary>
    DamerauLevenshtein,
}
