namespace CustomerInsight.Matching;

/// <summary>How strangers agree by chance: each comparison by itself, or given the levels of one or two before it (a Bayesian network).</summary>
/// <remarks><para>Source: Friedman, Geiger and Goldszmidt, "Bayesian network classifiers", Machine Learning 29, 1997; parents are chosen greedily by their gain in likelihood.</para></remarks>
internal sealed class ChanceNetwork
{
    private const int MostParents = 2;
    private const double LeastGain = 0.01;

    private readonly WeightedPatterns _patterns;
    private readonly int[] _levelCounts;
    private readonly ChanceTable[] _tables;

    public ChanceNetwork(WeightedPatterns patterns, double[][] u)
    {
        _patterns = patterns;
        _levelCounts = [.. u.Select(static levels => levels.Length)];
        U = u;
        _tables = [.. u.Select((levels, i) => ChanceTable.Learn(patterns, [], i, [], _levelCounts, levels))];
    }

    /// <summary>u of each comparison by itself.</summary>
    public double[][] U { get; }

    public ChanceTable Table(int comparison) => _tables[comparison];

    /// <summary>How probable a pattern is among strangers.</summary>
    public double Share(ReadOnlySpan<int> levels)
    {
        double share = 1;
        for (int i = 0; i < _tables.Length; i++)
        {
            if (levels[i] != CompiledComparison.Missing)
            {
                share *= _tables[i].Share(levels);
            }
        }

        return share;
    }

    /// <summary>Learns all shares anew, each comparison depending on the same others as before.</summary>
    public void Learn(double[] stranger)
    {
        double[][] sums = [.. _levelCounts.Select(static count => new double[count])];
        for (int pattern = 0; pattern < _patterns.Count; pattern++)
        {
            ReadOnlySpan<int> levels = _patterns.Levels(pattern);
            double pairs = _patterns.PairsOf(pattern) * stranger[pattern];
            for (int i = 0; i < sums.Length; i++)
            {
                if (levels[i] != CompiledComparison.Missing)
                {
                    sums[i][levels[i]] += pairs;
                }
            }
        }

        for (int i = 0; i < _tables.Length; i++)
        {
            // Half an observation at least, so that no weight is infinite.
            double sum = sums[i].Sum();
            if (sum > 0)
            {
                double[] u = [.. sums[i].Select(pairs => Math.Max(pairs, 0.5) / sum)];
                double whole = u.Sum();
                U[i] = [.. u.Select(share => share / whole)];
            }

            _tables[i] = ChanceTable.Learn(_patterns, stranger, i, _tables[i].On, _levelCounts, U[i]);
        }
    }

    /// <summary>Chooses for each comparison the others before it that tell most about it, among the strangers that blocking finds.</summary>
    public void Choose(double[] stranger)
    {
        for (int i = 0; i < _tables.Length; i++)
        {
            _tables[i] = ChanceTable.Learn(_patterns, stranger, i, [], _levelCounts, U[i]);
            double bits = Bits(_tables[i], i, stranger);
            while (_tables[i].On.Length < MostParents)
            {
                (ChanceTable Table, double Bits)? best = Enumerable.Range(0, i).Except(_tables[i].On)
                    .Select(other => ChanceTable.Learn(_patterns, stranger, i, [.. _tables[i].On, other], _levelCounts, U[i]))
                    .Select(table => ((ChanceTable, double)?)(table, Bits(table, i, stranger)))
                    .MaxBy(static found => found!.Value.Item2);
                if (best is not { } found || found.Bits - bits < LeastGain)
                {
                    break;
                }

                (_tables[i], bits) = found;
            }
        }
    }

    /// <summary>The mean log-likelihood, in bits a pair, of one comparison among the strangers that blocking finds.</summary>
    private double Bits(ChanceTable table, int comparison, double[] stranger)
    {
        double bits = 0;
        double pairs = 0;
        for (int pattern = 0; pattern < _patterns.Count && _patterns.IsFound(pattern); pattern++)
        {
            ReadOnlySpan<int> levels = _patterns.Levels(pattern);
            if (levels[comparison] != CompiledComparison.Missing)
            {
                double count = _patterns.PairsOf(pattern) * stranger[pattern];
                pairs += count;
                bits += count * Math.Log2(table.Share(levels));
            }
        }

        return pairs > 0 ? bits / pairs : 0;
    }
}
