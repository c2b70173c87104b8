using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>How a part splits the nodes of a block: those that agree in it are a group.</summary>
/// <param name="Part">The part.</param>
/// <param name="Lost">How many nodes are in no group within the limit.</param>
/// <param name="Pairs">How many pairs the groups within the limit hold; one of several groups counts in each.</param>
/// <param name="Oversize">The groups over the limit, by rising hash.</param>
internal sealed record PartGroups(BlockingPart Part, int Lost, long Pairs, List<(ulong Hash, int[] Members)> Oversize)
{
    /// <summary>Splits a block.</summary>
    /// <param name="part">The part.</param>
    /// <param name="hashes">What each value has of it.</param>
    /// <param name="members">The block's nodes, each once.</param>
    /// <param name="nodes">All nodes.</param>
    /// <param name="largestBlock">The limit.</param>
    public static PartGroups Of(BlockingPart part, PartHashes hashes, int[] members, MatchNodes nodes, int largestBlock)
    {
        var keys = new List<ulong>(members.Length);
        var places = new List<int>(members.Length);
        for (int place = 0; place < members.Length; place++)
        {
            foreach (int value in hashes.Values(nodes.Representative(members[place])))
            {
                foreach (ulong hash in hashes.Hashes(value))
                {
                    keys.Add(hash);
                    places.Add(place);
                }
            }
        }

        Span<ulong> sorted = CollectionsMarshal.AsSpan(keys);
        Span<int> owners = CollectionsMarshal.AsSpan(places);
        MemoryExtensions.Sort(sorted, owners);
        bool[] kept = new bool[members.Length];
        long pairs = 0;
        var oversize = new List<(ulong Hash, int[] Members)>();
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = from + 1;
            while (to < sorted.Length && sorted[to] == sorted[from])
            {
                to++;
            }

            Span<int> group = Distinct(owners[from..to]);
            if (group.Length > largestBlock)
            {
                oversize.Add((sorted[from], [.. group.ToArray().Select(place => members[place])]));
                continue;
            }

            pairs += (long)group.Length * (group.Length - 1) / 2;
            foreach (int place in group)
            {
                kept[place] = true;
            }
        }

        return new PartGroups(part, kept.Count(static isKept => !isKept), pairs, oversize);
    }

    /// <summary>Several values of a node may have the same piece.</summary>
    private static Span<int> Distinct(Span<int> group)
    {
        group.Sort();
        int kept = Math.Min(1, group.Length);
        for (int i = 1; i < group.Length; i++)
        {
            if (group[i] != group[kept - 1])
            {
                group[kept++] = group[i];
            }
        }

        return group[..kept];
    }
}
