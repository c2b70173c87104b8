using System.Runtime.Intrinsics;

namespace CustomerInsight.Models;

/// <summary>Grows trees leaf by leaf, the most gainful first.</summary>
/// <remarks>Source: Shi, "Best-first Decision Tree Learning", University of Waikato, 2007; the larger of two sums by difference as in Ke et al., NeurIPS 2017.</remarks>
internal sealed unsafe class TreeGrower
{
    /// <summary>How deep trees of few leaves go where nothing is said: a full tree of eight leaves.</summary>
    private const int EvenDepth = 3;

    private readonly BinnedRows _rows;
    private readonly SplitRules _rules;
    private readonly int _maximumLeaves;
    private readonly int _maximumDepth;
    private readonly double _rate;
    private readonly HistogramBuilder _builder;
    private readonly PinnedLongs _derivatives;
    private readonly TreeRows _own;
    private readonly List<GrownNode> _nodes = [];
    private readonly List<GrowingLeaf> _leaves = [];

    public TreeGrower(BinnedRows rows, SplitRules rules, BoostingOptions options, PinnedLongs derivatives, ParallelOptions parallel)
    {
        _rows = rows;
        _rules = rules;
        _maximumLeaves = options.MaximumLeaves;
        _maximumDepth = options.MaximumDepth > 0 ? options.MaximumDepth : options.MaximumLeaves <= 1 << EvenDepth ? EvenDepth : BoostingTree.MostDepth;
        _rate = options.LearningRate;
        _builder = new HistogramBuilder(rows, parallel);
        _derivatives = derivatives;
        _own = new TreeRows(rows, parallel);
    }

    /// <summary>Gets the rows to grow the next tree on, and the others, which only get its values.</summary>
    public TreeRows Rows => _own;

    /// <summary>Grows a tree, and adds its values to the margins of all rows. A tree of one leaf adds nothing.</summary>
    /// <param name="usable">The columns that may be used; null for all.</param>
    /// <param name="margins">The margins.</param>
    public GrownNode[] Grow(bool[]? usable, double[] margins)
    {
        _nodes.Clear();
        _leaves.Clear();
        int count = _own.Count;
        PinnedLongs sums = _builder.Build(_derivatives, count == _rows.Rows ? null : _own.Numbers, count);
        var root = new GrowingLeaf { Node = 0, Start = 0, Depth = 0, Sums = Total(sums), Histogram = sums };
        _nodes.Add(new GrownNode { Rows = count });
        _leaves.Add(root);
        Search(root, usable);
        while (_leaves.Count < _maximumLeaves)
        {
            int next = 0;
            for (int i = 1; i < _leaves.Count; i++)
            {
                next = _leaves[i].Best.Gain > _leaves[next].Best.Gain ? i : next;
            }

            if (_leaves[next].Best.Column < 0)
            {
                break;
            }

            Split(next, usable);
        }

        if (_leaves.Count == 1)
        {
            // Nothing was told apart: the model gets no such tree, so margins get nothing of it either.
            _builder.Return(root.Histogram);
            return [.. _nodes];
        }

        foreach (GrowingLeaf leaf in _leaves)
        {
            Close(leaf, margins);
        }

        GrownNode[] tree = [.. _nodes];
        _own.AddToOthers(tree, margins);
        return tree;
    }

    private void Split(int place, bool[]? usable)
    {
        GrowingLeaf leaf = _leaves[place];
        SplitCandidate split = leaf.Best;
        LaneColumn column = _rows.Columns[split.Column];
        byte[] isLeft = new byte[LanePlan.CodesPerLane];
        for (int code = 0; code < _rows.Codes[column.Lane]; code++)
        {
            isLeft[code] = split.IsLeft(column.BinOf[code]) ? (byte)1 : (byte)0;
        }

        int toLeft = _own.Part(column.Lane, isLeft, _own.Numbers + leaf.Start, leaf.Rows);
        GrownNode node = _nodes[leaf.Node];
        (node.Split, node.Left, node.IsLeft) = (split, _nodes.Count, isLeft);
        (GrowingLeaf left, GrowingLeaf right) = Children(leaf, split, toLeft);
        _nodes.Add(new GrownNode { Rows = left.Rows });
        _nodes.Add(new GrownNode { Rows = right.Rows });
        _leaves[place] = left;
        _leaves.Add(right);
        bool last = _leaves.Count == _maximumLeaves || left.Depth == _maximumDepth;
        if (last || Math.Max(left.Rows, right.Rows) < 2 * _rules.MinimumRows)
        {
            _builder.Return(leaf.Histogram);
            return;
        }

        (GrowingLeaf smaller, GrowingLeaf larger) = left.Rows <= right.Rows ? (left, right) : (right, left);
        smaller.Histogram = _builder.Build(_derivatives, _own.Numbers + smaller.Start, smaller.Rows);
        larger.Histogram = leaf.Histogram;
        _builder.Subtract(larger.Histogram!, smaller.Histogram);
        Search(left, usable);
        Search(right, usable);
    }

    private (GrowingLeaf Left, GrowingLeaf Right) Children(GrowingLeaf leaf, SplitCandidate split, int toLeft)
    {
        Vector128<long> rightSums = leaf.Sums - split.Left;
        (double leftLow, double leftHigh, double rightLow, double rightHigh) = (leaf.Low, leaf.High, leaf.Low, leaf.High);
        int direction = _rules.Directions[split.Column];
        if (direction != 0)
        {
            // No value below may pass the middle between the two.
            double middle = (Value(split.Left, leaf) + Value(rightSums, leaf)) / 2;
            (leftLow, leftHigh, rightLow, rightHigh) = direction > 0 ? (leaf.Low, middle, middle, leaf.High) : (middle, leaf.High, leaf.Low, middle);
        }

        int node = _nodes.Count;
        return (
            new GrowingLeaf { Node = node, Start = leaf.Start, Depth = leaf.Depth + 1, Sums = split.Left, Low = leftLow, High = leftHigh },
            new GrowingLeaf { Node = node + 1, Start = leaf.Start + toLeft, Depth = leaf.Depth + 1, Sums = rightSums, Low = rightLow, High = rightHigh });
    }

    private void Search(GrowingLeaf leaf, bool[]? usable)
    {
        if (leaf.Rows >= 2 * _rules.MinimumRows)
        {
            leaf.Best = SplitFinder.Find(_rows.Columns, _rows.Codes, usable, _rules, leaf);
        }
    }

    private void Close(GrowingLeaf leaf, double[] margins)
    {
        double value = _rate * Value(leaf.Sums, leaf);
        _nodes[leaf.Node].Value = value;
        foreach (int row in new ReadOnlySpan<int>(_own.Numbers + leaf.Start, leaf.Rows))
        {
            margins[row] += value;
        }

        _builder.Return(leaf.Histogram);
        leaf.Histogram = null;
    }

    private double Value(Vector128<long> sums, GrowingLeaf leaf) =>
        _rules.Value(sums[0] * _rules.Scale.OneGradient, SumScale.HessianSum(sums[1]) * _rules.Scale.OneHessian, leaf.Low, leaf.High);

    private Vector128<long> Total(PinnedLongs sums)
    {
        Vector128<long> total = default;
        for (int code = 0; code < _rows.Codes[0]; code++)
        {
            total += Vector128.Load(sums.First + (2 * code));
        }

        return total;
    }
}
