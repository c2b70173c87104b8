using System.Buffers;
using System.Numerics;
using System.Runtime.ExceptionServices;

namespace CustomerInsight.Matching;

/// <summary>Groups nodes by their keys.</summary>
/// <remarks>
/// A radix partition by the highest bits, then a counting sort by the next inside each part. Ranges of nodes and parts of keys are worked on by any
/// thread; both come together in their order, so that the outcome does not depend on the threads. O(keys), 24 bytes a key while it lasts.
/// </remarks>
internal sealed class BlockGroups
{
    private const int NodesPerRange = 1 << 15;
    private const int KeysPerPart = 1 << 10;
    private const int MostPartBits = 10;
    private const int PartsPerChunk = 16;

    private readonly NodeKeys _keys;
    private readonly MatchNodes _nodes;
    private readonly int _largest;
    private readonly ParallelOptions _parallel;
    private readonly int _partBits;
    private readonly Chunk[] _chunks;

    private BlockGroups(NodeKeys keys, MatchNodes nodes, int largest, ParallelOptions parallel)
    {
        _keys = keys;
        _nodes = nodes;
        _largest = largest;
        _parallel = parallel;
        _partBits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, nodes.Count / KeysPerPart)), 0, MostPartBits);
        _chunks = new Chunk[((1 << _partBits) + PartsPerChunk - 1) / PartsPerChunk];
    }

    /// <summary>Where each block's nodes start, and where the last ends.</summary>
    public int[] Starts { get; private set; } = [0];

    /// <summary>The nodes of block after block, in each rising.</summary>
    public int[] Members { get; private set; } = [];

    /// <summary>How many pairs the blocks hold.</summary>
    public long Pairs => _chunks.Sum(static chunk => chunk.Pairs);

    /// <summary>The groups that are over the limit, by rising key.</summary>
    public (ulong Key, int[] Members)[] Oversize => [.. _chunks.SelectMany(static chunk => chunk.Oversize)];

    /// <summary>Whether a node has more than one key.</summary>
    public bool Several { get; private set; }

    /// <summary>Groups; blocks are the groups of at least two nodes within the limit, by rising key.</summary>
    public static BlockGroups Of(NodeKeys keys, MatchNodes nodes, int largestBlock, ParallelOptions parallel)
    {
        var groups = new BlockGroups(keys, nodes, largestBlock, parallel);
        groups.Make();
        return groups;
    }

    /// <summary>The block of each node, or <see cref="BlockIndex.None"/>; of a node in several, one of these.</summary>
    public int[] IdsOfNodes()
    {
        const int BlocksPerTask = 1 << 14;
        int[] ids = new int[_nodes.Count];
        Array.Fill(ids, BlockIndex.None);
        int blocks = Starts.Length - 1;
        Parallel.For(0, (blocks + BlocksPerTask - 1) / BlocksPerTask, _parallel, task =>
        {
            for (int block = task * BlocksPerTask; block < Math.Min(blocks, (task + 1) * BlocksPerTask); block++)
            {
                foreach (int member in Members.AsSpan(Starts[block]..Starts[block + 1]))
                {
                    ids[member] = block;
                }
            }
        });
        return ids;
    }

    private void Make()
    {
        int ranges = (_nodes.Count + NodesPerRange - 1) / NodesPerRange;
        var buffers = new KeyBuffer[ranges];
        int[][] starts = new int[ranges][];
        ulong[] keys = [];
        int[] owners = [];
        try
        {
            Parallel.For(0, ranges, _parallel, range => starts[range] = Read(range, buffers[range] = new KeyBuffer(NodesPerRange)));
            int[] ends = PartEnds(starts);
            keys = ArrayPool<ulong>.Shared.Rent(ends[^1]);
            owners = ArrayPool<int>.Shared.Rent(ends[^1]);
            Parallel.For(0, ranges, _parallel, range => Deal(buffers[range], starts[range], keys, owners));
            Several = Array.Exists(buffers, static buffer => buffer.Several);
            Parallel.For(0, _chunks.Length, _parallel, chunk => _chunks[chunk] = Group(chunk, ends, keys, owners));
            Gather(owners);
        }
        catch (AggregateException several)
        {
            // What a host's own rule throws arrives as it was thrown.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
        finally
        {
            foreach (KeyBuffer? buffer in buffers)
            {
                buffer?.Dispose();
            }

            ArrayPool<ulong>.Shared.Return(keys);
            ArrayPool<int>.Shared.Return(owners);
        }
    }

    /// <summary>Makes the keys of a range of nodes, and counts those of each part.</summary>
    private int[] Read(int range, KeyBuffer buffer)
    {
        _keys.Add(range * NodesPerRange, Math.Min(_nodes.Count, (range + 1) * NodesPerRange), buffer);
        int[] counts = new int[1 << _partBits];
        foreach (ulong key in buffer.Keys)
        {
            counts[Part(key)]++;
        }

        return counts;
    }

    /// <summary>Turns the counts into where each range's keys of each part begin; gives where each part ends.</summary>
    private int[] PartEnds(int[][] counts)
    {
        int[] ends = new int[1 << _partBits];
        int sum = 0;
        for (int part = 0; part < ends.Length; part++)
        {
            foreach (int[] range in counts)
            {
                int start = sum;
                sum = checked(sum + range[part]);
                range[part] = start;
            }

            ends[part] = sum;
        }

        return ends;
    }

    private void Deal(KeyBuffer buffer, int[] next, ulong[] keys, int[] owners)
    {
        ReadOnlySpan<ulong> own = buffer.Keys;
        ReadOnlySpan<int> ownOwners = buffer.Owners;
        for (int i = 0; i < own.Length; i++)
        {
            int place = next[Part(own[i])]++;
            keys[place] = own[i];
            owners[place] = ownOwners[i];
        }
    }

    /// <summary>Finds the blocks of some parts. Their nodes are moved together at the beginning of the parts' memory.</summary>
    private Chunk Group(int chunk, int[] ends, ulong[] keys, int[] owners)
    {
        int first = chunk * PartsPerChunk;
        var found = new Chunk(first == 0 ? 0 : ends[first - 1]);
        for (int part = first; part < Math.Min(ends.Length, first + PartsPerChunk); part++)
        {
            int from = part == 0 ? 0 : ends[part - 1];
            int count = ends[part] - from;
            if (count < 2)
            {
                continue;
            }

            ulong[] sorted = ArrayPool<ulong>.Shared.Rent(count);
            int[] sortedOwners = ArrayPool<int>.Shared.Rent(count);
            KeySort.Sort(keys.AsSpan(from, count), owners.AsSpan(from, count), sorted.AsSpan(0, count), sortedOwners.AsSpan(0, count), _partBits);
            Collect(sorted.AsSpan(0, count), sortedOwners.AsSpan(0, count), owners, found);
            ArrayPool<ulong>.Shared.Return(sorted);
            ArrayPool<int>.Shared.Return(sortedOwners);
        }

        return found;
    }

    private void Collect(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> sortedOwners, int[] owners, Chunk found)
    {
        for (int from = 0, to; from < keys.Length; from = to)
        {
            to = KeySort.EndOfGroup(keys, from);
            int size = to - from;
            if (size < 2)
            {
                continue;
            }

            ReadOnlySpan<int> group = sortedOwners[from..to];
            if (size > _largest)
            {
                found.Oversize.Add((keys[from], group.ToArray()));
                continue;
            }

            group.CopyTo(owners.AsSpan(found.Start + found.Members));
            found.Members += size;
            found.Sizes.Add(size);
            found.Pairs += _nodes.PairsAmong(group);
        }
    }

    /// <summary>Puts the blocks of all parts one after another.</summary>
    private void Gather(int[] owners)
    {
        int[] firstBlocks = new int[_chunks.Length + 1];
        int[] firstMembers = new int[_chunks.Length + 1];
        for (int chunk = 0; chunk < _chunks.Length; chunk++)
        {
            firstBlocks[chunk + 1] = firstBlocks[chunk] + _chunks[chunk].Sizes.Count;
            firstMembers[chunk + 1] = firstMembers[chunk] + _chunks[chunk].Members;
        }

        int[] starts = new int[firstBlocks[^1] + 1];
        int[] members = new int[firstMembers[^1]];
        Parallel.For(0, _chunks.Length, _parallel, chunk =>
        {
            Chunk own = _chunks[chunk];
            owners.AsSpan(own.Start, own.Members).CopyTo(members.AsSpan(firstMembers[chunk]));
            int at = firstMembers[chunk];
            for (int block = 0; block < own.Sizes.Count; block++)
            {
                starts[firstBlocks[chunk] + block] = at;
                at += own.Sizes[block];
            }
        });
        starts[^1] = members.Length;
        Starts = starts;
        Members = members;
    }

    private int Part(ulong key) => _partBits == 0 ? 0 : (int)(key >> (64 - _partBits));

    private sealed class Chunk(int start)
    {
        public int Start => start;

        public int Members { get; set; }

        public long Pairs { get; set; }

        public List<int> Sizes { get; } = [];

        public List<(ulong Key, int[] Members)> Oversize { get; } = [];
    }
}
