namespace CustomerInsight.Matching;

internal sealed class JaroWinklerComparator : IComparator
{
    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => JaroWinkler.Similarity(left, right);
}
