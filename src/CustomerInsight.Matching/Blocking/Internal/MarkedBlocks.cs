using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerInsight.Matching;

/// <summary>The blocks of a rule that hold an anchor of a survey, found by small numbers instead of hashes: part after part a table says where the next part's number leads.</summary>
internal sealed class MarkedBlocks : IAnchorBlocks
{
    // A table with more places costs more to clear than a look at keys does.
    private const int MostPlaces = 1 << 22;
    private const int Dead = 0;

    private readonly AnchorMarks[] _parts;
    private readonly ushort[][] _tables;
    private readonly List<int>[] _members;
    private readonly int[] _blocks;
    private readonly int _most;

    private MarkedBlocks(AnchorMarks[] parts, int[] anchors, int most)
    {
        _parts = parts;
        _most = most;
        _tables = new ushort[parts.Length][];
        int[] states = new int[anchors.Length];
        int count = 1;
        for (int part = 0; part < parts.Length; part++)
        {
            count = Open(part, anchors, states, count);
        }

        _blocks = [.. states.Select(static state => state - 1)];
        _members = [.. Enumerable.Range(0, count).Select(static _ => new List<int>())];
    }

    /// <summary>Finds the nodes of each anchor's block; null where the tables would be too large.</summary>
    /// <param name="parts">The rule's parts.</param>
    /// <param name="anchors">The anchors.</param>
    /// <param name="most">After so many nodes more a block takes none: it is too large to count.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static MarkedBlocks? Of(AnchorMarks[] parts, int[] anchors, int most, CancellationToken cancellationToken)
    {
        if ((long)parts[0].Count * 2 >= MostPlaces || Array.Exists(parts[1..], part => (anchors.Length + 1L) * (part.Count + 1) > MostPlaces))
        {
            return null;
        }

        var blocks = new MarkedBlocks(parts, anchors, most);
        blocks.Fill(cancellationToken);
        return blocks;
    }

    public bool Several => false;

    public ReadOnlySpan<int> Of(int anchor) => _blocks.AsSpan(anchor, _blocks[anchor] >= 0 ? 1 : 0);

    public ReadOnlySpan<int> Members(int block) => CollectionsMarshal.AsSpan(_members[block]);

    /// <summary>Makes the table of a part: by the state so far and the part's number the state after it, from 1 on; 0 where no anchor has both.</summary>
    /// <param name="part">The part.</param>
    /// <param name="anchors">The anchors.</param>
    /// <param name="states">Their states, which are brought forward; 0 where a part is missing.</param>
    /// <param name="before">How many states there were.</param>
    /// <returns>How many there are.</returns>
    private int Open(int part, int[] anchors, int[] states, int before)
    {
        int width = _parts[part].Count + 1;
        ushort[] table = _tables[part] = new ushort[part == 0 ? width : (before + 1) * width];
        int count = 0;
        for (int anchor = 0; anchor < anchors.Length; anchor++)
        {
            int number = _parts[part].OfNodes[anchors[anchor]];
            if (number == 0 || (part > 0 && states[anchor] == Dead))
            {
                states[anchor] = Dead;
                continue;
            }

            ref ushort next = ref table[(states[anchor] * width) + number];
            if (next == Dead)
            {
                next = (ushort)++count;
            }

            states[anchor] = next;
        }

        return count;
    }

    private void Fill(CancellationToken cancellationToken)
    {
        const int Lanes = 16;
        int nodes = _parts[0].OfNodes.Length;
        int node = 0;
        for (; node <= nodes - Lanes; node += Lanes)
        {
            if ((node & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            Vector256<ushort> missing = Vector256<ushort>.Zero;
            foreach (AnchorMarks part in _parts)
            {
                missing |= Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(part.OfNodes), (nuint)node), Vector256<ushort>.Zero);
            }

            uint lanes = ~missing.ExtractMostSignificantBits() & 0xFFFF;
            if (lanes != 0)
            {
                Add(node, lanes);
            }
        }

        for (; node < nodes; node++)
        {
            Add(node, 1);
        }
    }

    /// <summary>Follows the tables for some nodes.</summary>
    /// <param name="first">The node of the lowest bit.</param>
    /// <param name="lanes">A bit for each node.</param>
    private void Add(int first, uint lanes)
    {
        ReadOnlySpan<ushort> firstMarks = _parts[0].OfNodes;
        ReadOnlySpan<ushort> secondMarks = _parts.Length > 1 ? _parts[1].OfNodes : default;
        ushort[] firstTable = _tables[0];
        ushort[] secondTable = _parts.Length > 1 ? _tables[1] : [];
        int secondWidth = _parts.Length > 1 ? _parts[1].Count + 1 : 0;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int node = first + BitOperations.TrailingZeroCount(lanes);
            int place = firstMarks[node];
            int state = firstTable[place];
            if (_parts.Length > 1)
            {
                place = (state * secondWidth) + secondMarks[node];
                state = secondTable[place];
            }

            for (int part = 2; part < _parts.Length && state != Dead; part++)
            {
                place = (state * (_parts[part].Count + 1)) + _parts[part].OfNodes[node];
                state = _tables[part][place];
            }

            if (state != Dead)
            {
                Add(node, state, place);
            }
        }
    }

    private void Add(int node, int state, int place)
    {
        List<int> members = _members[state - 1];
        members.Add(node);
        if (members.Count > _most)
        {
            _tables[^1][place] = Dead;
        }
    }
}
