namespace CustomerInsight.Matching;

/// <summary>Compares pairs of records by all comparisons of a design or model, a batch at a time: one comparison after the other, each over all pairs.</summary>
/// <remarks>
/// So each test runs in a tight loop, and while one pair waits for memory the next ones are already asking for theirs. The idea is that of column stores:
/// Boncz, Zukowski and Nes, "MonetDB/X100: Hyper-Pipelining Query Execution", CIDR 2005.
/// </remarks>
/// <threadsafety>Not safe: one worker each.</threadsafety>
internal sealed class PairLevels
{
    /// <summary>The most pairs of a batch.</summary>
    public const int BatchSize = 256;

    private readonly CompiledComparison[] _comparisons;
    private readonly ValueRows _rows;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _levels;
    private PairBatch _batch = new();

    public PairLevels(IEnumerable<Comparison> comparisons, PairTestCompiler compiler)
    {
        _comparisons = [.. comparisons.Select(comparison => new CompiledComparison(comparison, compiler))];
        _rows = compiler.Rows([.. _comparisons.Select(static comparison => comparison.Column)]);
        _left = new int[Count * BatchSize];
        _right = new int[Count * BatchSize];
        _levels = new int[Count * BatchSize];
    }

    public int Count => _comparisons.Length;

    /// <summary>How many levels a comparison has, "different" included.</summary>
    public int LevelCount(int comparison) => _comparisons[comparison].LevelCount;

    /// <summary>About how dear a comparison is.</summary>
    public int Cost(int comparison) => _comparisons[comparison].Cost;

    /// <summary>Takes a batch; what was found of the last one is forgotten.</summary>
    public void Load(PairBatch batch)
    {
        _batch = batch;
        for (int pair = 0; pair < batch.Count; pair++)
        {
            ReadOnlySpan<int> left = _rows[batch.Left(pair)];
            ReadOnlySpan<int> right = _rows[batch.Right(pair)];
            for (int comparison = 0; comparison < left.Length; comparison++)
            {
                _left[(comparison * BatchSize) + pair] = left[comparison];
                _right[(comparison * BatchSize) + pair] = right[comparison];
            }
        }
    }

    /// <summary>The value of a comparison's column that each left record of the batch has, <see cref="ValueRows.None"/> or <see cref="ValueRows.Several"/>.</summary>
    public ReadOnlySpan<int> LeftValues(int comparison) => _left.AsSpan(comparison * BatchSize, BatchSize);

    /// <summary>The same of the right records.</summary>
    public ReadOnlySpan<int> RightValues(int comparison) => _right.AsSpan(comparison * BatchSize, BatchSize);

    /// <summary>The levels found of a comparison, pair by pair.</summary>
    public ReadOnlySpan<int> Levels(int comparison) => _levels.AsSpan(comparison * BatchSize, BatchSize);

    /// <summary>Finds the levels of a comparison for some pairs of the batch.</summary>
    public void Find(int comparison, ReadOnlySpan<int> pairs) =>
        _comparisons[comparison].Find(_batch, LeftValues(comparison), RightValues(comparison), pairs, _levels.AsSpan(comparison * BatchSize, BatchSize));

    /// <summary>Finds the levels of all comparisons for all pairs of the batch.</summary>
    public void FindAll()
    {
        Span<int> pairs = stackalloc int[BatchSize];
        for (int pair = 0; pair < _batch.Count; pair++)
        {
            pairs[pair] = pair;
        }

        for (int comparison = 0; comparison < Count; comparison++)
        {
            Find(comparison, pairs[.._batch.Count]);
        }
    }

    /// <summary>Puts a pair's levels side by side.</summary>
    public void Gather(int pair, Span<int> levels)
    {
        for (int comparison = 0; comparison < levels.Length; comparison++)
        {
            levels[comparison] = _levels[(comparison * BatchSize) + pair];
        }
    }
}
