namespace CustomerInsight.Matching;

/// <summary>Writes the levels of all comparisons of a pair as one number, so that equal patterns are counted instead of kept.</summary>
internal sealed class PatternCodec
{
    private readonly UInt128[] _bases;
    private readonly UInt128[][] _terms;

    /// <summary>Makes a codec.</summary>
    /// <param name="levelCounts">How many levels each comparison has.</param>
    /// <exception cref="ArgumentException">There are more comparisons than a pattern can hold: some fifty of the usual size.</exception>
    public PatternCodec(IReadOnlyList<int> levelCounts)
    {
        LevelCounts = levelCounts;
        _bases = new UInt128[levelCounts.Count];
        UInt128 size = 1;
        for (int i = 0; i < levelCounts.Count; i++)
        {
            _bases[i] = size;
            UInt128 next = size * (UInt128)(levelCounts[i] + 1);
            size = next / (UInt128)(levelCounts[i] + 1) == size
                ? next
                : throw new ArgumentException($"{levelCounts.Count} comparisons have more patterns of levels than can be counted. Take comparisons out of the design, or map fewer attributes to kinds that are compared.", nameof(levelCounts));
        }

        _terms = [.. _bases.Select((own, i) => Enumerable.Range(0, levelCounts[i] + 1).Select(level => (UInt128)level * own).ToArray())];
    }

    public IReadOnlyList<int> LevelCounts { get; }

    /// <summary>Adds the levels of one comparison to the codes of some pairs, which are 0 before the first.</summary>
    public void Add(int comparison, ReadOnlySpan<int> levels, Span<UInt128> codes)
    {
        UInt128[] terms = _terms[comparison];
        for (int pair = 0; pair < codes.Length; pair++)
        {
            codes[pair] += terms[levels[pair] + 1];
        }
    }

    /// <summary>The level of one comparison in a pattern, or <see cref="CompiledComparison.Missing"/>.</summary>
    public int Level(UInt128 code, int comparison) => (int)(code / _bases[comparison] % (UInt128)(LevelCounts[comparison] + 1)) - 1;
}
