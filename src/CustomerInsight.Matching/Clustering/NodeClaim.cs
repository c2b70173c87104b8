namespace CustomerInsight.Matching;

/// <summary>One thing that a content claims.</summary>
/// <param name="Kind">The position of its kind in <see cref="ClusterProblem.ClaimKinds"/>.</param>
/// <param name="Value">A number that stands for the thing: equal things of a kind have equal numbers.</param>
public readonly record struct NodeClaim(int Kind, int Value) : IComparable<NodeClaim>
{
    /// <inheritdoc/>
    public int CompareTo(NodeClaim other)
    {
        int order = Kind.CompareTo(other.Kind);
        return order != 0 ? order : Value.CompareTo(other.Value);
    }

    /// <summary>Compares by kind, then value.</summary>
    /// <param name="left">One claim.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first comes before the second.</returns>
    public static bool operator <(NodeClaim left, NodeClaim right) => left.CompareTo(right) < 0;

    /// <summary>Compares by kind, then value.</summary>
    /// <param name="left">One claim.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first comes after the second.</returns>
    public static bool operator >(NodeClaim left, NodeClaim right) => left.CompareTo(right) > 0;

    /// <summary>Compares by kind, then value.</summary>
    /// <param name="left">One claim.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first does not come after the second.</returns>
    public static bool operator <=(NodeClaim left, NodeClaim right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by kind, then value.</summary>
    /// <param name="left">One claim.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where the first does not come before the second.</returns>
    public static bool operator >=(NodeClaim left, NodeClaim right) => left.CompareTo(right) >= 0;
}
