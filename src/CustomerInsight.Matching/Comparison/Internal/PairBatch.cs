namespace CustomerInsight.Matching;

/// <summary>Some pairs of records that are compared together.</summary>
/// <threadsafety>Not safe: one worker each.</threadsafety>
internal sealed class PairBatch
{
    private readonly int[] _left = new int[PairLevels.BatchSize];
    private readonly int[] _right = new int[PairLevels.BatchSize];

    public int Count { get; private set; }

    public bool IsFull => Count == _left.Length;

    public void Add(int left, int right)
    {
        _left[Count] = left;
        _right[Count] = right;
        Count++;
    }

    public void Clear() => Count = 0;

    public int Left(int pair) => _left[pair];

    public int Right(int pair) => _right[pair];
}
