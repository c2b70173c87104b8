namespace CustomerInsight.Matching;

internal sealed class ExactComparator : IComparator
{
    public string Name => "exact";

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left.SequenceEqual(right) ? 1 : 0;
}
