using System.Numerics;

namespace CustomerInsight.Models;

/// <summary>A tree of many leaves: for each column and range a bit for each leaf to whose way the range belongs.</summary>
/// <remarks>Source: Lucchese et al., "QuickScorer: A Fast Algorithm to Rank Documents with Additive Ensembles of Regression Trees", SIGIR 2015.</remarks>
internal sealed class LargeScoringTree : IScoringTree
{
    private const int WordBits = 64;

    private readonly int[] _columns;
    private readonly ulong[][] _leaves;
    private readonly int _words;
    private readonly LeafPath[] _paths;
    private readonly int[][] _placesOf;
    private readonly Lazy<LeafShares[]> _shares;

    public LargeScoringTree(BoostingTree tree, ScoringColumns columns)
    {
        _paths = LeafPath.Of(tree);
        _words = (_paths.Length + WordBits - 1) / WordBits;
        _columns = [.. _paths.SelectMany(static path => path.Features).Distinct()];
        _placesOf = [.. _paths.Select(path => path.Features.Select(feature => Array.IndexOf(_columns, feature)).ToArray())];
        _leaves = [.. _columns.Select(column => new ulong[columns[column].Count * _words])];
        foreach (ulong[] marks in _leaves)
        {
            Array.Fill(marks, ulong.MaxValue);
        }

        Part(tree, 0, 0, columns);
        _shares = new Lazy<LeafShares[]>(() => [.. _paths.Select(static path => new LeafShares(path))]);
    }

    public void AddValues(ReadOnlySpan<int> codes, int stride, Span<double> margins)
    {
        Span<ulong> reached = stackalloc ulong[margins.Length];
        for (int word = 0; word < _words; word++)
        {
            reached.Fill(ulong.MaxValue);
            for (int i = 0; i < _columns.Length; i++)
            {
                ulong[] ofColumn = _leaves[i];
                ReadOnlySpan<int> own = codes.Slice(_columns[i] * stride, reached.Length);
                for (int row = 0; row < reached.Length; row++)
                {
                    reached[row] &= ofColumn[(own[row] * _words) + word];
                }
            }

            int last = Math.Min(WordBits, _paths.Length - (word * WordBits));
            ulong there = last == WordBits ? ulong.MaxValue : (1UL << last) - 1;
            for (int row = 0; row < reached.Length; row++)
            {
                if ((reached[row] & there) != 0)
                {
                    margins[row] += _paths[(word * WordBits) + BitOperations.TrailingZeroCount(reached[row])].Value;
                }
            }
        }
    }

    public void AddContributions(ReadOnlySpan<int> codes, int stride, int rows, Span<double> contributions)
    {
        LeafShares[] shares = _shares.Value;
        Span<double> space = stackalloc double[WordBits];
        for (int leaf = 0; leaf < shares.Length; leaf++)
        {
            LeafShares own = shares[leaf];
            int[] places = _placesOf[leaf];
            int word = leaf / WordBits;
            for (int row = 0; row < rows; row++)
            {
                ulong leadOn = 0;
                for (int i = 0; i < places.Length; i++)
                {
                    int place = places[i];
                    leadOn |= (_leaves[place][(codes[(_columns[place] * stride) + row] * _words) + word] >> (leaf % WordBits) & 1) << i;
                }

                ReadOnlySpan<double> added = own.Of(leadOn, space);
                for (int i = 0; i < added.Length; i++)
                {
                    contributions[(own.Features[i] * stride) + row] += added[i];
                }
            }
        }
    }

    /// <summary>Clears at each question the leaves of the side to which a range does not go; gives the leaf after those below the node.</summary>
    private int Part(BoostingTree tree, int number, int first, ScoringColumns columns)
    {
        BoostingNode node = tree.Nodes[number];
        if (node.IsLeaf)
        {
            return first + 1;
        }

        int middle = Part(tree, node.Left, first, columns);
        int end = Part(tree, node.Right, middle, columns);
        ColumnBins bins = columns[node.Feature];
        ulong[] marks = _leaves[Array.IndexOf(_columns, node.Feature)];
        for (int code = 0; code < bins.Count; code++)
        {
            Span<ulong> own = marks.AsSpan(code * _words, _words);
            if (node.GoesLeft(bins.Example(code)))
            {
                Clear(own, middle, end);
            }
            else
            {
                Clear(own, first, middle);
            }
        }

        return end;
    }

    private static void Clear(Span<ulong> bits, int from, int to)
    {
        for (int at = from; at < to;)
        {
            int next = Math.Min(to, (at | (WordBits - 1)) + 1);
            ulong ones = next - at == WordBits ? ulong.MaxValue : ((1UL << (next - at)) - 1) << (at % WordBits);
            bits[at / WordBits] &= ~ones;
            at = next;
        }
    }
}
