namespace CustomerInsight.Models;

/// <summary>Joins all points of a tree that are within a distance of each other, without a look at all pairs.</summary>
/// <remarks>A node whose points are known to be in one set is passed over by those of the set and joined as a whole by others, so dense places cost little more than sparse ones.</remarks>
internal sealed class CoreJoins
{
    private readonly KdTree _tree;
    private readonly double _squared;
    private readonly DisjointSets _sets;

    /// <summary>By node, whether all its points are in one set; so are then those of all nodes below.</summary>
    private readonly bool[] _whole;

    public CoreJoins(KdTree tree, double squared, CancellationToken cancellationToken)
    {
        _tree = tree;
        _squared = squared;
        _sets = new DisjointSets(tree.Count);
        _whole = new bool[tree.Nodes];
        for (int place = 0; place < tree.Count; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Join(0, 0, tree.Count, place);
        }
    }

    /// <summary>One place for all of a set.</summary>
    public int Find(int place) => _sets.Find(place);

    private void Join(int node, int from, int to, int place)
    {
        ReadOnlySpan<double> point = _tree.PointAt(place);

        // With the places before, it was joined when it was their turn.
        if (to <= place + 1 || _tree.SquaredToBox(node, point) > _squared || (_whole[node] && _sets.Find(from) == _sets.Find(place)))
        {
            return;
        }

        // The squares are added column by column, as those of a distance, so no point in the box is further by rounding either.
        if (_tree.SquaredToFarCorner(node, point) <= _squared)
        {
            Fuse(node, from, to);
            _sets.Union(from, place);
        }
        else if (_tree.IsLeaf(node))
        {
            JoinLeaf(node, from, to, place);
        }
        else
        {
            int middle = (from + to) / 2;
            Join((2 * node) + 1, from, middle, place);
            Join((2 * node) + 2, middle, to, place);
            _whole[node] = _whole[(2 * node) + 1] && _whole[(2 * node) + 2] && _sets.Find(from) == _sets.Find(middle);
        }
    }

    private void JoinLeaf(int node, int from, int to, int place)
    {
        ReadOnlySpan<double> point = _tree.PointAt(place);
        bool whole = true;
        for (int other = from; other < to; other++)
        {
            if (_sets.Find(other) != _sets.Find(place) && SquaredDistance.Between(point, _tree.PointAt(other)) <= _squared)
            {
                _sets.Union(other, place);
                if (_whole[node])
                {
                    return;
                }
            }

            whole &= _sets.Find(other) == _sets.Find(from);
        }

        _whole[node] |= whole;
    }

    /// <summary>Joins all points of a node: each node once.</summary>
    private void Fuse(int node, int from, int to)
    {
        if (_whole[node])
        {
            return;
        }

        if (_tree.IsLeaf(node))
        {
            for (int other = from + 1; other < to; other++)
            {
                _sets.Union(from, other);
            }
        }
        else
        {
            int middle = (from + to) / 2;
            Fuse((2 * node) + 1, from, middle);
            Fuse((2 * node) + 2, middle, to);
            _sets.Union(from, middle);
        }

        _whole[node] = true;
    }
}
