namespace CustomerInsight.Matching;

/// <summary>Says by sketches alone that two texts cannot reach a Jaro–Winkler similarity, for most pairs that do not.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class JaroWinklerBound
{
    // Longer texts always may: there are few, and the table would grow with the square.
    private const int Longest = 32;

    private readonly byte[] _needed;

    /// <summary>Computes how many units must match for every two lengths and every common beginning.</summary>
    public JaroWinklerBound(double atLeast)
    {
        AtLeast = atLeast;
        _needed = new byte[Longest * Longest * (TextSketch.PrefixLength + 1)];
        for (int left = 1; left <= Longest; left++)
        {
            for (int right = 1; right <= Longest; right++)
            {
                for (int prefix = 0; prefix <= TextSketch.PrefixLength; prefix++)
                {
                    _needed[Position(left, right, prefix)] = Needed(left, right, prefix);
                }
            }
        }
    }

    /// <summary>The similarity that is asked for.</summary>
    public double AtLeast { get; }

    public bool MayReach(in TextSketch left, in TextSketch right) =>
        left.Length > Longest || right.Length > Longest || left.MostMatches(right) >= _needed[Position(left.Length, right.Length, left.CommonPrefix(right))];

    private static int Position(int left, int right, int prefix) => (((left - 1) * Longest) + right - 1) + (prefix * Longest * Longest);

    private byte Needed(int left, int right, int prefix)
    {
        int matches = 0;
        while (matches <= Math.Min(left, right) && JaroWinkler.Most(matches, prefix, left, right) < AtLeast)
        {
            matches++;
        }

        return (byte)matches;
    }
}
