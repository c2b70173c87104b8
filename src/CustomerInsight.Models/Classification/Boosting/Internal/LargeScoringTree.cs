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
        for (int leaf = 0; leaf < _paths.Length; leaf++)
        {
            for (int i = 0; i < _columns.Length; i++)
            {
                Mark(tree, columns[_columns[i]], _columns[i], leaf, _leaves[i]);
            }
        }

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

    /// <summary>Sets a leaf's bit for the ranges that all questions of its way about a column let on.</summary>
    private void Mark(BoostingTree tree, ColumnBins bins, int column, int leaf, ulong[] marks)
    {
        for (int code = 0; code < bins.Count; code++)
        {
            double example = bins.Example(code);
            bool leads = true;
            foreach ((int node, _, bool left) in _paths[leaf].Steps)
            {
                leads &= tree.Nodes[node].Feature != column || tree.Nodes[node].GoesLeft(example) == left;
            }

            marks[(code * _words) + (leaf / WordBits)] |= leads ? 1UL << (leaf % WordBits) : 0;
        }
    }
}
