namespace CustomerInsight.Matching;

/// <summary>How often strangers hold each level of a comparison given the levels of a few others.</summary>
/// <remarks>
/// A combination of levels that few pairs show is drawn towards what is known with one comparison less: the shares without the last one count as
/// <see cref="PriorPairs"/> pairs (back-off smoothing, as Jelinek and Mercer's for n-grams, 1980).
/// </remarks>
internal sealed class ChanceTable
{
    private const double PriorPairs = 30;

    private readonly int[] _levelCounts;
    private readonly int _comparison;
    private readonly double[] _shares;

    private ChanceTable(int comparison, int[] on, int[] levelCounts, double[] shares)
    {
        _comparison = comparison;
        _levelCounts = levelCounts;
        _shares = shares;
        On = on;
    }

    /// <summary>The comparisons it depends on.</summary>
    public int[] On { get; }

    public ValueList<double> Shares => ValueList.Create<double>(_shares);

    /// <summary>The share of a pattern's own level.</summary>
    public double Share(ReadOnlySpan<int> levels) => _shares[(Row(levels) * _levelCounts[_comparison]) + levels[_comparison]];

    /// <summary>Learns the shares.</summary>
    /// <param name="patterns">All pairs.</param>
    /// <param name="stranger">How probable it is for each pattern that its pairs are strangers.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="on">What it depends on.</param>
    /// <param name="levelCounts">How many levels each comparison has.</param>
    /// <param name="u">The shares where nothing else is known.</param>
    public static ChanceTable Learn(WeightedPatterns patterns, double[] stranger, int comparison, int[] on, int[] levelCounts, double[] u)
    {
        ChanceTable table = new(comparison, [], levelCounts, u);
        for (int count = 1; count <= on.Length; count++)
        {
            table = table.With(patterns, stranger, on[..count]);
        }

        return table;
    }

    private ChanceTable With(WeightedPatterns patterns, double[] stranger, int[] on)
    {
        int levels = _levelCounts[_comparison];
        int rows = on.Aggregate(1, (product, other) => product * (_levelCounts[other] + 1));
        int rowsBefore = _shares.Length / levels;
        var table = new ChanceTable(_comparison, on, _levelCounts, new double[rows * levels]);
        double[] squares = new double[rows];
        for (int pattern = 0; pattern < patterns.Count; pattern++)
        {
            ReadOnlySpan<int> held = patterns.Levels(pattern);
            if (held[_comparison] != CompiledComparison.Missing)
            {
                int row = table.Row(held);
                double pairs = patterns.PairsOf(pattern) * stranger[pattern];
                table._shares[(row * levels) + held[_comparison]] += pairs;
                squares[row] += pairs * patterns.Worth(pattern);
            }
        }

        for (int row = 0; row < rows; row++)
        {
            Span<double> shares = table._shares.AsSpan(row * levels, levels);
            ReadOnlySpan<double> prior = _shares.AsSpan(row / (rows / rowsBefore) * levels, levels);
            double sum = 0;
            foreach (double share in shares)
            {
                sum += share;
            }

            // Pairs that stand for many count as few as they are (Kish's effective sample size).
            double seen = sum > 0 ? sum * sum / squares[row] : 0;
            for (int level = 0; level < levels; level++)
            {
                shares[level] = ((sum > 0 ? seen * shares[level] / sum : 0) + (PriorPairs * prior[level])) / (seen + PriorPairs);
            }
        }

        return table;
    }

    private int Row(ReadOnlySpan<int> levels)
    {
        int row = 0;
        foreach (int other in On)
        {
            row = (row * (_levelCounts[other] + 1)) + (levels[other] == CompiledComparison.Missing ? _levelCounts[other] : levels[other]);
        }

        return row;
    }
}
