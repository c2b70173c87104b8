namespace CustomerInsight.Matching;

/// <summary>Every Jaro and Jaro–Winkler similarity that two texts of given lengths can have, computed once by the definition.</summary>
internal sealed class JaroTable
{
    /// <summary>The longest text that a table is made for: it grows with the square of the shorter length.</summary>
    public const int Longest = 32;

    private const int Sides = Longest + 1;

    private static readonly JaroTable?[] Tables = new JaroTable?[Sides * Sides];

    private JaroTable(int shorter, int longer)
    {
        int transpositions = (shorter / 2) + 1;
        PerMatch = (ushort)(2 * transpositions);
        PerPrefix = (ushort)(PerMatch * (shorter + 1));
        Similarities = new double[PerPrefix / 2 * (JaroWinkler.LongestPrefix + 1)];
        for (int prefix = 0; prefix <= JaroWinkler.LongestPrefix; prefix++)
        {
            for (int matches = 1; matches <= shorter; matches++)
            {
                for (int swaps = 0; swaps < transpositions; swaps++)
                {
                    Similarities[Place(prefix, matches, 2 * swaps)] = JaroWinkler.Boost(JaroDefinition.Combine(matches, swaps, shorter, longer), prefix);
                }
            }
        }
    }

    /// <summary>How far the place moves for one match, in halves.</summary>
    public ushort PerMatch { get; }

    /// <summary>How far the place moves for one equal first unit, in halves.</summary>
    public ushort PerPrefix { get; }

    /// <summary>The similarities by <see cref="Place"/>.</summary>
    public double[] Similarities { get; }

    /// <summary>The table of two lengths from 1 to <see cref="Longest"/>, in either order.</summary>
    public static JaroTable Of(int length, int otherLength)
    {
        // Two threads may make the same table; either will do.
        ref JaroTable? table = ref Tables[(length * Sides) + otherLength];
        return Volatile.Read(ref table) ?? Make(ref table, length, otherLength);
    }

    /// <summary>Where a similarity stands.</summary>
    /// <param name="prefix">How many first units are equal, up to four; 0 for Jaro.</param>
    /// <param name="matches">How many units match.</param>
    /// <param name="outOfOrder">How many of those differ from the one at the same place among the other text's matches.</param>
    public int Place(int prefix, int matches, int outOfOrder) => ((prefix * PerPrefix) + (matches * PerMatch) + outOfOrder) >> 1;

    /// <summary>The similarity of two texts that are not empty.</summary>
    /// <inheritdoc cref="Place"/>
    public static double Similarity(int prefix, int matches, int outOfOrder, int length, int otherLength)
    {
        if (Math.Max(length, otherLength) <= Longest)
        {
            JaroTable table = Of(length, otherLength);
            return table.Similarities[table.Place(prefix, matches, outOfOrder)];
        }

        return matches == 0 ? 0 : JaroWinkler.Boost(JaroDefinition.Combine(matches, outOfOrder / 2, length, otherLength), prefix);
    }

    private static JaroTable Make(ref JaroTable? table, int length, int otherLength)
    {
        JaroTable made = length > otherLength ? Of(otherLength, length) : new JaroTable(length, otherLength);
        Volatile.Write(ref table, made);
        return made;
    }
}
