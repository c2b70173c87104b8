namespace CustomerInsight.Matching;

/// <summary>A test of a part of the values of one attribute: it holds where two have the same part, or parts that are near each other.</summary>
internal abstract class BestPairTest(PartColumn column) : ValueTest(column.Column)
{
    private const int LongestCompared = 256;

    /// <summary>What is compared of a part: its beginning, since the cost of a comparison grows with the square of the length, and nobody's name is longer.</summary>
    protected ReadOnlySpan<char> Text(int part) => Beginning(column.Text(part));

    public static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, LongestCompared)];

    public sealed override bool Fits(int leftValue, int rightValue)
    {
        int left = column.Part(leftValue);
        int right = column.Part(rightValue);
        return left >= 0 && right >= 0 && (left == right || Near(left, right));
    }

    protected abstract bool Near(int leftPart, int rightPart);
}
