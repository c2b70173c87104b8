using FuzzySharp;
using FuzzySharp.PreProcess;

namespace CustomerInsight.Matching;

/// <summary>FuzzySharp's token-set ratio. Only on standardized text: its own preprocessing would erase every script but Latin.</summary>
internal sealed class TokenSetComparator : IComparator
{
    public string Name => "token set";

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        // Most pairs share no word, and the ratio is far too dear to find that out.
        if (!ShareAWord(left, right))
        {
            return 0;
        }

        // In one fixed order, so that the result cannot depend on which side came first.
        bool swap = left.SequenceCompareTo(right) > 0;
        string first = (swap ? right : left).ToString();
        string second = (swap ? left : right).ToString();
        return Fuzz.TokenSetRatio(first, second, PreprocessMode.None) / 100.0;
    }

    private static bool ShareAWord(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (NextWord(ref left) is { IsEmpty: false } word)
        {
            ReadOnlySpan<char> rest = right;
            while (NextWord(ref rest) is { IsEmpty: false } other)
            {
                if (word.SequenceEqual(other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        int end = text.IndexOf(' ');
        ReadOnlySpan<char> word = end < 0 ? text : text[..end];
        text = text[word.Length..];
        return word;
    }
}
