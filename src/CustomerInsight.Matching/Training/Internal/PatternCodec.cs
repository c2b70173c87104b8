namespace CustomerInsight.Matching;

/// <summary>Writes the levels of all comparisons of a pair as one number, so that equal patterns are counted instead of kept.</summary>
internal sealed class PatternCodec
{
    private readonly ulong[] _bases;

    public PatternCodec(IReadOnlyList<int> levelCounts)
    {
        LevelCounts = levelCounts;
        _bases = new ulong[levelCounts.Count];
        ulong size = 1;
        for (int i = 0; i < levelCounts.Count; i++)
        {
            _bases[i] = size;
            size = checked(size * (ulong)(levelCounts[i] + 1));
        }
    }

    public IReadOnlyList<int> LevelCounts { get; }

    public ulong Encode(CompiledComparison[] comparisons, int left, int right)
    {
        ulong code = 0;
        for (int i = 0; i < comparisons.Length; i++)
        {
            code += (ulong)(comparisons[i].Level(left, right) + 1) * _bases[i];
        }

        return code;
    }

    /// <summary>The level of one comparison in a pattern, or <see cref="CompiledComparison.Missing"/>.</summary>
    public int Level(ulong code, int comparison) => (int)(code / _bases[comparison] % (ulong)(LevelCounts[comparison] + 1)) - 1;
}
