namespace CustomerInsight.Matching;

/// <summary>One less the share of edits among the units of the longer text.</summary>
internal sealed class EditComparator(string name, EditKind kind) : IComparator
{
    private const double Rounding = 1e-6;

    public string Name => name;

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => Similarity(left, right, 0);

    public double Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right, double atLeast)
    {
        int longest = Math.Max(left.Length, right.Length);
        if (longest == 0)
        {
            return 1;
        }

        int most = (int)(((1 - atLeast) * longest) + Rounding);
        int distance = EditDistance.Between(left, right, kind, most);
        return distance > most ? 0 : 1 - ((double)distance / longest);
    }
}
