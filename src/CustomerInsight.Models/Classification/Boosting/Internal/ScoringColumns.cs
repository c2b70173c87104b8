namespace CustomerInsight.Models;

/// <summary>Turns the values of rows into the numbers of the ranges between all thresholds of a model, so that no tree compares values.</summary>
internal sealed class ScoringColumns
{
    private readonly ColumnBins?[] _bins;

    public ScoringColumns(ValueList<BoostingTree> trees, ValueList<string> columns, ValueList<string> categories)
    {
        var edges = new HashSet<double>?[columns.Count];
        var levels = new HashSet<int>?[columns.Count];
        foreach (BoostingTree tree in trees)
        {
            foreach (BoostingNode node in tree.Nodes)
            {
                if (!node.IsLeaf)
                {
                    (edges[node.Feature] ??= []).Add(node.Threshold);
                    (levels[node.Feature] ??= []).UnionWith(node.Levels);
                }
            }
        }

        _bins = new ColumnBins?[columns.Count];
        for (int column = 0; column < _bins.Length; column++)
        {
            if (edges[column] is { } known)
            {
                _bins[column] = categories.Contains(columns[column])
                    ? new ColumnBins([], [.. levels[column]!.Order()], true)
                    : new ColumnBins([.. known.Order()], null, true);
            }
        }
    }

    /// <summary>Gets the ranges of a column some tree asks for.</summary>
    public ColumnBins this[int column] => _bins[column]!;

    /// <summary>Numbers the values of some rows, column by column.</summary>
    /// <param name="values">The values, row by row.</param>
    /// <param name="codes">Where they go: <paramref name="stride"/> places for each column.</param>
    /// <param name="stride">At least as many as there are rows.</param>
    public void Encode(ReadOnlySpan<double> values, Span<int> codes, int stride)
    {
        int width = _bins.Length;
        for (int column = 0; column < width; column++)
        {
            if (_bins[column] is { } bins)
            {
                int to = column * stride;
                for (int at = column; at < values.Length; at += width)
                {
                    codes[to++] = bins.Of(values[at]);
                }
            }
        }
    }
}
