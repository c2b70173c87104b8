using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>Says by the rows of a block's nodes (<see cref="NodeBlocks"/>) which pairs an earlier rule has: several rules at once. Not safe from many threads.</summary>
internal sealed class RowFilter(int width)
{
    // Never the block of a node: where a row has it, no other row has the same.
    private const int Never = int.MinValue;

    // Rules whose numbers stay in registers while a block is gone through.
    private const int InRegisters = 4 * NodeBlocks.Lanes;

    private readonly int[] _counts = new int[width];
    private readonly int[] _left = new int[Math.Max(width, InRegisters)];

    /// <summary>How many numbers of a row count for the present rule.</summary>
    public int Used { get; private set; }

    /// <summary>Begins with a rule.</summary>
    /// <param name="rule">The rule's position.</param>
    /// <param name="conditional">Earlier rules that are passed over, since to share a block is not enough under these.</param>
    public void Begin(int rule, ReadOnlySpan<int> conditional)
    {
        Used = (rule + NodeBlocks.Lanes - 1) / NodeBlocks.Lanes * NodeBlocks.Lanes;
        _counts.AsSpan(0, rule).Fill(-1);
        _counts.AsSpan(rule).Clear();
        foreach (int passedOver in conditional)
        {
            _counts[passedOver] = 0;
        }

        _left.AsSpan().Fill(Never);
    }

    /// <summary>Collects the later members of a block that share no block of an earlier rule with one member.</summary>
    /// <param name="members">The block.</param>
    /// <param name="rows">The used numbers of each member's row.</param>
    /// <param name="row">The member's place.</param>
    /// <param name="rights">Gets those that are left; room for all members.</param>
    /// <returns>How many.</returns>
    public int Unshared(ReadOnlySpan<int> members, ReadOnlySpan<int> rows, int row, Span<int> rights)
    {
        if (Used == 0)
        {
            members[(row + 1)..].CopyTo(rights);
            return members.Length - row - 1;
        }

        SetLeft(rows.Slice(row * Used, Used));
        ref int left = ref MemoryMarshal.GetArrayDataReference(_left);
        Vector256<int> first = Vector256.LoadUnsafe(ref left);
        Vector256<int> second = Vector256.LoadUnsafe(ref left, NodeBlocks.Lanes);
        Vector256<int> third = Vector256.LoadUnsafe(ref left, 2 * NodeBlocks.Lanes);
        Vector256<int> fourth = Vector256.LoadUnsafe(ref left, 3 * NodeBlocks.Lanes);
        ref int all = ref MemoryMarshal.GetReference(rows);
        nuint used = (nuint)Used;
        nuint place = (nuint)(row + 1) * used;
        int count = 0;
        for (int i = row + 1; i < members.Length; i++, place += used)
        {
            Vector256<int> same = Vector256.Equals(first, Vector256.LoadUnsafe(ref all, place));
            if (used > NodeBlocks.Lanes)
            {
                same |= Vector256.Equals(second, Vector256.LoadUnsafe(ref all, place + NodeBlocks.Lanes));
            }

            if (used > 2 * NodeBlocks.Lanes)
            {
                same |= Vector256.Equals(third, Vector256.LoadUnsafe(ref all, place + (2 * NodeBlocks.Lanes)));
            }

            if (used > 3 * NodeBlocks.Lanes)
            {
                same |= Vector256.Equals(fourth, Vector256.LoadUnsafe(ref all, place + (3 * NodeBlocks.Lanes)));
            }

            for (nuint rule = InRegisters; rule < used; rule += NodeBlocks.Lanes)
            {
                same |= Vector256.Equals(Vector256.LoadUnsafe(ref left, rule), Vector256.LoadUnsafe(ref all, place + rule));
            }

            rights[count] = members[i];
            count += same == Vector256<int>.Zero ? 1 : 0;
        }

        return count;
    }

    /// <summary>Copies a node's row, so that only a block of an earlier rule that counts can be equal to another row's.</summary>
    private void SetLeft(ReadOnlySpan<int> row)
    {
        ref int from = ref MemoryMarshal.GetReference(row);
        ref int counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        ref int left = ref MemoryMarshal.GetArrayDataReference(_left);
        for (nuint rule = 0; rule < (nuint)row.Length; rule += NodeBlocks.Lanes)
        {
            Vector256<int> own = Vector256.LoadUnsafe(ref from, rule);
            Vector256<int> isBlock = Vector256.GreaterThan(own, Vector256.Create(BlockIndex.None)) & Vector256.LoadUnsafe(ref counts, rule);
            Vector256.ConditionalSelect(isBlock, own, Vector256.Create(Never)).StoreUnsafe(ref left, rule);
        }
    }
}
