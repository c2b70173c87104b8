namespace CustomerInsight.Models;

/// <summary>A tree of so few questions that there is a table of everything for all their answers.</summary>
/// <remarks>Source: the tables by answers as in Yang, "Fast TreeSHAP: Accelerating SHAP Value Computation for Trees", 2021, there for each leaf.</remarks>
internal sealed class SmallScoringTree : IScoringTree
{
    /// <summary>Up to so many questions a tree is small.</summary>
    public const int MostQuestions = 8;

    private readonly BoostingTree _tree;
    private readonly int[] _questions;
    private readonly int[] _columns;
    private readonly byte[][] _answers;
    private readonly double[] _values;
    private readonly Lazy<double[]> _contributions;

    public SmallScoringTree(BoostingTree tree, ScoringColumns columns)
    {
        _tree = tree;
        _questions = [.. Enumerable.Range(0, tree.Nodes.Count).Where(number => !tree.Nodes[number].IsLeaf)];
        _columns = [.. _questions.Select(number => tree.Nodes[number].Feature).Distinct()];
        _answers = new byte[_columns.Length][];
        for (int i = 0; i < _columns.Length; i++)
        {
            ColumnBins bins = columns[_columns[i]];
            _answers[i] = new byte[bins.Count];
            for (int question = 0; question < _questions.Length; question++)
            {
                BoostingNode node = tree.Nodes[_questions[question]];
                for (int code = 0; node.Feature == _columns[i] && code < bins.Count; code++)
                {
                    _answers[i][code] |= node.GoesLeft(bins.Example(code)) ? (byte)(1 << question) : (byte)0;
                }
            }
        }

        _values = new double[1 << _questions.Length];
        for (int answers = 0; answers < _values.Length; answers++)
        {
            int number = 0;
            while (!tree.Nodes[number].IsLeaf)
            {
                number = IsLeft(answers, number) ? tree.Nodes[number].Left : tree.Nodes[number].Right;
            }

            _values[answers] = tree.Nodes[number].Value;
        }

        _contributions = new Lazy<double[]>(Contributions);
    }

    public void AddValues(ReadOnlySpan<int> codes, int stride, Span<double> margins)
    {
        Span<byte> answers = stackalloc byte[margins.Length];
        Answer(codes, stride, answers);
        for (int row = 0; row < answers.Length; row++)
        {
            margins[row] += _values[answers[row]];
        }
    }

    public void AddContributions(ReadOnlySpan<int> codes, int stride, int rows, Span<double> contributions)
    {
        Span<byte> answers = stackalloc byte[rows];
        Answer(codes, stride, answers);
        double[] table = _contributions.Value;
        for (int i = 0; i < _columns.Length; i++)
        {
            ReadOnlySpan<double> ofColumn = table.AsSpan(i << _questions.Length, 1 << _questions.Length);
            Span<double> to = contributions.Slice(_columns[i] * stride, answers.Length);
            for (int row = 0; row < answers.Length; row++)
            {
                to[row] += ofColumn[answers[row]];
            }
        }
    }

    private void Answer(ReadOnlySpan<int> codes, int stride, Span<byte> answers)
    {
        answers.Clear();
        for (int i = 0; i < _columns.Length; i++)
        {
            byte[] ofColumn = _answers[i];
            ReadOnlySpan<int> own = codes.Slice(_columns[i] * stride, answers.Length);
            for (int row = 0; row < answers.Length; row++)
            {
                answers[row] |= ofColumn[own[row]];
            }
        }
    }

    private bool IsLeft(int answers, int node) => (answers >> Array.IndexOf(_questions, node) & 1) != 0;

    /// <summary>What each column adds, column by column for all answers.</summary>
    private double[] Contributions()
    {
        int all = 1 << _questions.Length;
        double[] table = new double[_columns.Length * all];
        Span<double> space = stackalloc double[MostQuestions];
        foreach (LeafPath path in LeafPath.Of(_tree))
        {
            var shares = new LeafShares(path);
            for (int answers = 0; answers < all; answers++)
            {
                ReadOnlySpan<double> added = shares.Of(path.LeadOn(answers, IsLeft), space);
                for (int i = 0; i < added.Length; i++)
                {
                    table[(Array.IndexOf(_columns, path.Features[i]) * all) + answers] += added[i];
                }
            }
        }

        return table;
    }
}
