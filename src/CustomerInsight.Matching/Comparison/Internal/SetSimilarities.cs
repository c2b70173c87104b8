using System.Diagnostics;

namespace CustomerInsight.Matching;

/// <summary>The formulas of <see cref="SetSimilarity"/>.</summary>
internal static class SetSimilarities
{
    /// <summary>The similarity of two sets that are not empty; it grows with what they share.</summary>
    public static double Of(SetSimilarity kind, int shared, int left, int right) => kind switch
    {
        SetSimilarity.Jaccard => (double)shared / (left + right - shared),
        SetSimilarity.Dice => 2.0 * shared / (left + right),
        SetSimilarity.Cosine => shared / Math.Sqrt((double)left * right),
        SetSimilarity.Overlap => (double)shared / Math.Min(left, right),
        _ => throw new UnreachableException(),
    };

    /// <summary>The similarity of two sets, each rising; 1 for two empty ones. Where it is below a bound, possibly 0 instead.</summary>
    public static double Of<T>(SetSimilarity kind, ReadOnlySpan<T> left, ReadOnlySpan<T> right, double atLeast)
        where T : IComparable<T>
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.IsEmpty && right.IsEmpty ? 1 : 0;
        }

        return Of(kind, Math.Min(left.Length, right.Length), left.Length, right.Length) < atLeast ? 0 : Of(kind, Shared(left, right), left.Length, right.Length);
    }

    /// <summary>How many members two sets share, each rising.</summary>
    public static int Shared<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : IComparable<T>
    {
        int shared = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            int order = left[l].CompareTo(right[r]);
            shared += order == 0 ? 1 : 0;
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Sorts members and drops repetitions.</summary>
    /// <returns>How many are left.</returns>
    public static int Sort<T>(Span<T> members)
        where T : IComparable<T>
    {
        members.Sort();
        int count = 0;
        foreach (T member in members)
        {
            if (count == 0 || member.CompareTo(members[count - 1]) != 0)
            {
                members[count++] = member;
            }
        }

        return count;
    }

    public static void ThrowIfUnknown(SetSimilarity kind)
    {
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such similarity of sets. Take one of SetSimilarity.");
        }
    }
}
