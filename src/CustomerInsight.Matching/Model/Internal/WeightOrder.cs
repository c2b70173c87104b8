namespace CustomerInsight.Matching;

/// <summary>In which order comparisons are looked at where only high weights matter.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal sealed class WeightOrder
{
    private readonly LevelWeights[] _weights;
    private readonly int[] _order;
    private readonly int[][] _ready;

    /// <summary>Of the comparisons that depend on none to come, always the one that takes away most for its cost where two differ, as most pairs do: it decides soonest.</summary>
    /// <param name="weights">The comparisons.</param>
    /// <param name="worth">How much a comparison takes away for its cost.</param>
    public WeightOrder(LevelWeights[] weights, Func<int, double> worth)
    {
        _weights = weights;
        List<int> left = [.. Enumerable.Range(0, weights.Length)];
        var order = new List<int>();
        while (left.Count > 0)
        {
            int next = left.Where(i => !Needed(i).Any(left.Contains)).MaxBy(worth);
            left.Remove(next);
            order.Add(next);
        }

        _order = [.. order];
        _ready = [.. Enumerable.Range(0, _order.Length).Select(step => _order[(step + 1)..].Where(later => LastNeeded(later) == step).ToArray())];
    }

    public int Count => _order.Length;

    /// <summary>The comparison of a step.</summary>
    public int At(int step) => _order[step];

    /// <summary>The comparisons to come of which all is known after a step that they depend on.</summary>
    public int[] ReadyAfter(int step) => _ready[step];

    private IReadOnlyList<int> Needed(int comparison) => _weights[comparison].Dependence?.On ?? [];

    /// <summary>The step after which all levels are known that a comparison depends on; −1 where it depends on none.</summary>
    private int LastNeeded(int comparison) => Needed(comparison).Select(needed => Array.IndexOf(_order, needed)).Append(-1).Max();
}
