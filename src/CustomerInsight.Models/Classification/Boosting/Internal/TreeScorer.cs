namespace CustomerInsight.Models;

/// <summary>Scores rows by all trees of a model, some rows at a time and tree by tree.</summary>
internal sealed unsafe class TreeScorer
{
    private const int BlockRows = 256;

    private readonly int _width;
    private readonly double _start;
    private readonly ScoringColumns _columns;
    private readonly IScoringTree[] _trees;

    public TreeScorer(BoostingModel model)
    {
        _width = model.Columns.Count;
        _start = model.StartingMargin;
        _columns = new ScoringColumns(model.Trees, model.Columns, model.Categories);
        _trees = [.. model.Trees.Select(IScoringTree (tree) => tree.Leaves - 1 <= SmallScoringTree.MostQuestions
            ? new SmallScoringTree(tree, _columns)
            : new LargeScoringTree(tree, _columns))];
    }

    public void Margins(double[] values, Span<double> margins, CancellationToken cancellationToken)
    {
        int rows = margins.Length;
        fixed (double* first = margins)
        {
            nint place = (nint)first;
            RowChunks.For(rows, BlockRows, FixedChunks.Parallel(0, cancellationToken), (_, from, to) =>
            {
                int[] codes = new int[_width * BlockRows];
                _columns.Encode(values.AsSpan(from * _width, (to - from) * _width), codes, BlockRows);
                var own = new Span<double>((double*)place + from, to - from);
                own.Fill(_start);
                foreach (IScoringTree tree in _trees)
                {
                    tree.AddValues(codes, BlockRows, own);
                }
            });
        }
    }

    public void Contributions(double[] values, Span<double> contributions, CancellationToken cancellationToken)
    {
        fixed (double* first = contributions)
        {
            nint place = (nint)first;
            RowChunks.For(contributions.Length / _width, BlockRows, FixedChunks.Parallel(0, cancellationToken), (_, from, to) =>
            {
                int[] codes = new int[_width * BlockRows];
                double[] sums = new double[_width * BlockRows];
                _columns.Encode(values.AsSpan(from * _width, (to - from) * _width), codes, BlockRows);
                foreach (IScoringTree tree in _trees)
                {
                    tree.AddContributions(codes, BlockRows, to - from, sums);
                }

                double* own = (double*)place + ((long)from * _width);
                for (int row = 0; row < to - from; row++)
                {
                    for (int column = 0; column < _width; column++)
                    {
                        *own++ = sums[(column * BlockRows) + row];
                    }
                }
            });
        }
    }
}
