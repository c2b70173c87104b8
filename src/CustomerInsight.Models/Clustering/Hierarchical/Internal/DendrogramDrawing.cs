namespace CustomerInsight.Models;

/// <summary>The upper part of a dendrogram as straight lines.</summary>
internal sealed class DendrogramDrawing
{
    private readonly Dendrogram _tree;
    private readonly int _firstShown;
    private readonly Dictionary<int, double> _places = [];
    private int _leaves;

    /// <param name="tree">The tree.</param>
    /// <param name="leaves">How many groups at the bottom are told apart.</param>
    public DendrogramDrawing(Dendrogram tree, int leaves)
    {
        _tree = tree;

        // The merges below this one are not shown: what they join is a leaf.
        _firstShown = tree.Rows + Math.Max(0, tree.Rows - leaves);
        Place(tree.Rows + tree.Merges.Count - 1);
    }

    /// <summary>The lines: three for each join that is shown, one for each leaf's size to stand at.</summary>
    public IEnumerable<(string Field, object? Value)[]> Lines()
    {
        for (int node = _firstShown; node < _tree.Rows + _tree.Merges.Count; node++)
        {
            DendrogramMerge merge = _tree.Merges[node - _tree.Rows];
            (double left, double right) = (_places[merge.Left], _places[merge.Right]);
            yield return Line(left, Height(merge.Left), left, merge.Height, merge.Rows);
            yield return Line(right, Height(merge.Right), right, merge.Height, merge.Rows);
            yield return Line(left, merge.Height, right, merge.Height, merge.Rows);
        }
    }

    private static (string Field, object? Value)[] Line(double x, double y, double x2, double y2, int rows) =>
        [("x", x), ("y", y), ("x2", x2), ("y2", y2), ("rows", rows)];

    private bool IsLeaf(int node) => node < _firstShown;

    private double Height(int node) => IsLeaf(node) ? 0 : _tree.Merges[node - _tree.Rows].Height;

    /// <summary>Gives leaves places from left to right and joins the middle of what they join, without recursion: trees may be as deep as they have rows.</summary>
    private void Place(int root)
    {
        var open = new Stack<(int Node, bool HasChildren)>([(root, false)]);
        while (open.TryPop(out (int Node, bool HasChildren) next))
        {
            if (IsLeaf(next.Node))
            {
                _places[next.Node] = _leaves++;
                continue;
            }

            DendrogramMerge merge = _tree.Merges[next.Node - _tree.Rows];
            if (next.HasChildren)
            {
                _places[next.Node] = (_places[merge.Left] + _places[merge.Right]) / 2;
                continue;
            }

            open.Push((next.Node, true));
            open.Push((merge.Right, false));
            open.Push((merge.Left, false));
        }
    }
}
