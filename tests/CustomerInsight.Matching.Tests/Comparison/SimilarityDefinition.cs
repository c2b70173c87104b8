namespace CustomerInsight.Matching.Tests;

/// <summary>Jaro and Jaro–Winkler similarity as their definitions read, for any two texts.</summary>
internal static class SimilarityDefinition
{
    public static double Jaro(string left, string right) =>
        left == right ? 1
        : left.Length == 0 || right.Length == 0 ? 0
        : left.Length <= right.Length ? JaroDefinition.Similarity(left, right) : JaroDefinition.Similarity(right, left);

    public static double JaroWinkler(string left, string right)
    {
        double jaro = Jaro(left, right);
        int prefix = left.Zip(right).Take(4).TakeWhile(static units => units.First == units.Second).Count();
        return jaro > 0.7 ? jaro + (prefix * 0.1 * (1 - jaro)) : jaro;
    }
}
