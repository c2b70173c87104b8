namespace CustomerInsight.Matching;

/// <summary>The blocks of those nodes of a rule that are in more than one.</summary>
internal sealed class SeveralBlocks
{
    // A node of several blocks has this number, less the position of its list.
    private const int First = BlockIndex.None - 1;

    private readonly int[] _starts;
    private readonly int[] _blocks;

    private SeveralBlocks(int[] starts, int[] blocks)
    {
        _starts = starts;
        _blocks = blocks;
    }

    /// <summary>The blocks of a node, rising.</summary>
    /// <param name="id">The node's number, below <see cref="BlockIndex.None"/>.</param>
    public ReadOnlySpan<int> Of(int id) => _blocks.AsSpan(_starts[First - id].._starts[First - id + 1]);

    /// <summary>Lists the blocks of the nodes that are in several, and gives each such node a number; null where there is none.</summary>
    /// <param name="groups">The blocks.</param>
    /// <param name="ids">Gets each node's number, or its only block, or <see cref="BlockIndex.None"/>.</param>
    public static SeveralBlocks? Of(BlockGroups groups, int[] ids)
    {
        int[] counts = new int[ids.Length];
        foreach (int member in groups.Members)
        {
            counts[member]++;
        }

        var starts = new List<int> { 0 };
        for (int node = 0; node < ids.Length; node++)
        {
            if (counts[node] > 1)
            {
                ids[node] = First - (starts.Count - 1);
                starts.Add(starts[^1] + counts[node]);
            }
        }

        if (starts.Count == 1)
        {
            return null;
        }

        int[] blocks = new int[starts[^1]];
        int[] next = [.. starts];
        for (int block = 0; block < groups.Starts.Length - 1; block++)
        {
            foreach (int member in groups.Members.AsSpan(groups.Starts[block]..groups.Starts[block + 1]))
            {
                if (ids[member] < BlockIndex.None)
                {
                    blocks[next[First - ids[member]]++] = block;
                }
            }
        }

        return new SeveralBlocks([.. starts], blocks);
    }
}
