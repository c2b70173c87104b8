using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>How many pairs show each pattern of levels.</summary>
internal sealed class PatternCounts
{
    private readonly long[] _counts;
    private readonly int[] _levels;
    private readonly int _comparisons;

    public PatternCounts(PatternCodec codec, IEnumerable<KeyValuePair<UInt128, long>> counts)
    {
        // By rising code, so that sums over them come out the same on any number of threads.
        KeyValuePair<UInt128, long>[] sorted = [.. counts.OrderBy(static pair => pair.Key)];
        _comparisons = codec.LevelCounts.Count;
        _counts = [.. sorted.Select(static pair => pair.Value)];
        _levels = [.. sorted.SelectMany(pair => Enumerable.Range(0, _comparisons).Select(comparison => codec.Level(pair.Key, comparison)))];
        Pairs = _counts.Sum();
        ByCode = sorted;
    }

    /// <summary>How many different patterns there are.</summary>
    public int Count => _counts.Length;

    /// <summary>How many pairs stand behind them.</summary>
    public long Pairs { get; }

    /// <summary>The counts as they came, by rising code.</summary>
    public IReadOnlyList<KeyValuePair<UInt128, long>> ByCode { get; }

    /// <summary>How many pairs show each level of one comparison; pairs that show no value of it are left out.</summary>
    public double[] LevelsOf(int comparison, int levels)
    {
        double[] counts = new double[levels];
        for (int pattern = 0; pattern < Count; pattern++)
        {
            int level = Levels(pattern)[comparison];
            if (level != CompiledComparison.Missing)
            {
                counts[level] += PairsOf(pattern);
            }
        }

        return counts;
    }

    public long PairsOf(int pattern) => _counts[pattern];

    /// <summary>The level of each comparison in a pattern, or <see cref="CompiledComparison.Missing"/>.</summary>
    public ReadOnlySpan<int> Levels(int pattern) => _levels.AsSpan(pattern * _comparisons, _comparisons);

    /// <summary>These counts without some of the pairs behind them.</summary>
    public PatternCounts Without(PatternCodec codec, PatternCounts some)
    {
        var rest = new Dictionary<UInt128, long>(ByCode);
        foreach ((UInt128 code, long count) in some.ByCode)
        {
            rest[code] -= count;
        }

        return new PatternCounts(codec, rest.Where(static pair => pair.Value > 0));
    }

    public static PatternCounts Merge(PatternCodec codec, IEnumerable<IEnumerable<KeyValuePair<UInt128, long>>> parts)
    {
        var all = new Dictionary<UInt128, long>();
        foreach ((UInt128 code, long count) in parts.SelectMany(static part => part))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(all, code, out _) += count;
        }

        return new PatternCounts(codec, all);
    }
}
