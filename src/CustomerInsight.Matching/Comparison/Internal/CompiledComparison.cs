namespace CustomerInsight.Matching;

/// <summary>A comparison made ready for one table. Each worker has its own.</summary>
internal sealed class CompiledComparison
{
    /// <summary>What <see cref="Level"/> gives where a required attribute is missing, or a silent level holds.</summary>
    public const int Missing = -1;

    private readonly StandardizedColumn[] _required;
    private readonly PairTest[] _levels;

    public CompiledComparison(Comparison comparison, PairTestCompiler compiler)
    {
        Comparison = comparison;
        _required = [.. comparison.Required.Select(compiler.Column)];
        _levels = [.. comparison.Levels.Select(level => level.Condition.Compile(compiler))];
    }

    public Comparison Comparison { get; }

    /// <summary>How many levels there are, "different" included.</summary>
    public int LevelCount => _levels.Length + 1;

    public int Level(int left, int right)
    {
        foreach (StandardizedColumn column in _required)
        {
            if (column.Ids(left).IsEmpty || column.Ids(right).IsEmpty)
            {
                return Missing;
            }
        }

        for (int level = 0; level < _levels.Length; level++)
        {
            if (_levels[level].Holds(left, right))
            {
                return Comparison.Levels[level].IsSilent ? Missing : level;
            }
        }

        return _levels.Length;
    }
}
