using FuzzySharp;

namespace CustomerInsight.Matching;

/// <summary>The token-set ratio on FuzzySharp's edit ratio: the best agreement of what two texts share with what each has beside it.</summary>
/// <remarks>
/// The words are set in ordinal order here: FuzzySharp's own token set sorts by the current culture, and its preprocessing erases every script but Latin.
/// </remarks>
internal sealed class TokenSetComparator : IComparator
{
    public string Name => "token-set";

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        // Most pairs share no word, and the ratio is far too dear to find that out.
        if (!ShareAWord(left, right))
        {
            return 0;
        }

        SortedSet<string> first = Words(left);
        SortedSet<string> second = Words(right);
        string shared = string.Join(' ', first.Where(second.Contains));
        string one = Joined(shared, first.Where(word => !second.Contains(word)));
        string other = Joined(shared, second.Where(word => !first.Contains(word)));
        return Math.Max(Math.Max(Ratio(shared, one), Ratio(shared, other)), Ratio(one, other));
    }

    /// <summary>In one fixed order, so that the result cannot depend on which side came first.</summary>
    private static double Ratio(string left, string right) =>
        left == right ? 1 : (string.CompareOrdinal(left, right) > 0 ? Fuzz.Ratio(right, left) : Fuzz.Ratio(left, right)) / 100.0;

    private static SortedSet<string> Words(ReadOnlySpan<char> text)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        while (TextWords.Next(ref text) is { IsEmpty: false } word)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static string Joined(string shared, IEnumerable<string> rest) => string.Join(' ', rest.Prepend(shared));

    private static bool ShareAWord(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (TextWords.Next(ref left) is { IsEmpty: false } word)
        {
            ReadOnlySpan<char> rest = right;
            while (TextWords.Next(ref rest) is { IsEmpty: false } other)
            {
                if (word.SequenceEqual(other))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
