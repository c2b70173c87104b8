namespace CustomerInsight.Matching;

/// <summary>Decides what is done with the blocks of a rule that are over the limit.</summary>
/// <param name="columns">What the parts read.</param>
/// <param name="refiners">The parts that a block may be split by, in order of preference.</param>
/// <param name="largestBlock">The limit.</param>
internal sealed class OversizeBlocks(BlockingColumns columns, ValueList<BlockingPart> refiners, int largestBlock)
{
    private const int Deepest = 3;

    // A part that loses so many more of the records than the best does is nearly as good.
    private const double NearlyLeast = 0.05;

    /// <summary>
    /// Splits each block by a part that loses few of its records, and what is still too large again; where nothing helps it is refused. Of several such
    /// parts it takes the one that leaves the most pairs within the budget: one that tells every record from every other loses none, but finds nothing.
    /// </summary>
    /// <param name="index">The rule's blocks.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="mostPairs">How many pairs the blocks may have together; each gets its share, by its size.</param>
    public ValueList<OversizeBlock> Refine(BlockIndex index, IBlockingRule rule, long mostPairs)
    {
        BlockingPart[] parts = [.. refiners.Where(part => !rule.Attributes.Contains(part.Attribute))];
        double pairsPerMember = (double)mostPairs / Math.Max(1, index.Oversize.Sum(static block => (long)block.Members.Length));
        var blocks = new List<OversizeBlock>();
        foreach ((ulong key, int[] members) in index.Oversize)
        {
            Decide(key, members, parts, pairsPerMember, 1, blocks);
        }

        return ValueList.From(blocks.OrderBy(static block => block.Key));
    }

    /// <summary>Refuses each block.</summary>
    public static ValueList<OversizeBlock> Refuse(BlockIndex index) =>
        ValueList.From(index.Oversize.Select(static block => new OversizeBlock(block.Key, block.Members.Length, null)).OrderBy(static block => block.Key));

    private void Decide(ulong key, int[] members, BlockingPart[] parts, double pairsPerMember, int depth, List<OversizeBlock> blocks)
    {
        PartGroups? best = depth > Deepest ? null : Best(members, parts, pairsPerMember * members.Length);
        blocks.Add(new OversizeBlock(key, members.Length, best?.Part));
        if (best is null)
        {
            return;
        }

        BlockingPart[] others = [.. parts.Where(part => part.Attribute != best.Part.Attribute)];
        foreach ((ulong hash, int[] inside) in best.Oversize)
        {
            Decide(BlockRefinement.Within(key, hash), inside, others, pairsPerMember, depth + 1, blocks);
        }
    }

    private PartGroups? Best(int[] members, BlockingPart[] parts, double mostPairs)
    {
        PartGroups[] helpful = [.. parts.Select(part => PartGroups.Of(part, columns.Hashes(part), members, columns.Nodes, largestBlock)).Where(groups => groups.Lost < members.Length)];
        double most = helpful.Length == 0 ? 0 : helpful.Min(static groups => groups.Lost) + (NearlyLeast * members.Length);
        PartGroups[] near = [.. helpful.Where(groups => groups.Lost <= most)];
        return near.Where(groups => groups.Pairs <= mostPairs).MaxBy(static groups => groups.Pairs) ?? near.MinBy(static groups => groups.Pairs);
    }
}
