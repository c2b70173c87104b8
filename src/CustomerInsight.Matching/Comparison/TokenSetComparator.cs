using FuzzySharp;
using FuzzySharp.PreProcess;

namespace CustomerInsight.Matching;

/// <summary>FuzzySharp's token-set ratio. Only on standardized text: its own preprocessing would erase every script but Latin.</summary>
internal sealed class TokenSetComparator : IComparator
{
    public string Name => "token set";

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        // In one fixed order, so that the result cannot depend on which side came first.
        bool swap = left.SequenceCompareTo(right) > 0;
        string first = (swap ? right : left).ToString();
        string second = (swap ? left : right).ToString();
        return Fuzz.TokenSetRatio(first, second, PreprocessMode.None) / 100.0;
    }
}
