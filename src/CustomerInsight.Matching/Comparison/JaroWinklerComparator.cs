namespace CustomerInsight.Matching;

internal sealed class JaroWinklerComparator : IComparator
{
    public string Name => "Jaro-Winkler";

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => JaroWinkler.Similarity(left, right);
}
