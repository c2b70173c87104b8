namespace CustomerInsight.Matching;

internal sealed class JaroComparator : IComparator
{
    public string Name => "jaro";

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => JaroWinkler.Jaro(left, right);

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double atLeast) => JaroWinkler.Jaro(left, right, atLeast);
}
