namespace CustomerInsight.Matching;

/// <summary>Says whether what two clusters claim is too much for one.</summary>
internal static class ClaimClash
{
    /// <summary>Finds the first kind of which the two together would hold more than an entity may, and more than either does already.</summary>
    /// <param name="left">What one claims, rising, each once; null for nothing.</param>
    /// <param name="right">What the other claims.</param>
    /// <param name="kinds">The kinds.</param>
    public static ClaimKind? Find(NodeClaim[]? left, NodeClaim[]? right, ValueList<ClaimKind> kinds)
    {
        if (left is null || right is null)
        {
            return null;
        }

        int l = 0;
        int r = 0;
        while (l < left.Length && r < right.Length)
        {
            if (left[l].Kind != right[r].Kind)
            {
                (l, r) = left[l].Kind < right[r].Kind ? (l + 1, r) : (l, r + 1);
                continue;
            }

            int kind = left[l].Kind;
            int ofLeft = l;
            int ofRight = r;
            int both = 0;
            while ((l < left.Length && left[l].Kind == kind) || (r < right.Length && right[r].Kind == kind))
            {
                bool hasLeft = l < left.Length && left[l].Kind == kind;
                bool hasRight = r < right.Length && right[r].Kind == kind;
                int order = !hasLeft ? 1 : !hasRight ? -1 : left[l].Value.CompareTo(right[r].Value);
                l += order <= 0 ? 1 : 0;
                r += order >= 0 ? 1 : 0;
                both++;
            }

            if (both > Math.Max(kinds[kind].Most, Math.Max(l - ofLeft, r - ofRight)))
            {
                return kinds[kind];
            }
        }

        return null;
    }

    /// <summary>What the two claim together, rising, each once.</summary>
    public static NodeClaim[]? Union(NodeClaim[]? left, NodeClaim[]? right) =>
        left is null ? right : right is null ? left : [.. left.Union(right).Order()];
}
