namespace CustomerInsight.Matching;

internal sealed class JaroWinklerComparator : IComparator
{
    public string Name => "jaro-winkler";

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => JaroWinkler.Similarity(left, right);

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double atLeast) => JaroWinkler.Similarity(left, right, atLeast);
}
