namespace CustomerInsight.Testing;

/// <summary>Draws positions by weight in constant time.</summary>
/// <remarks>Walker's alias table, built as in Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE TSE 17(9), 1991.</remarks>
internal sealed class WeightedPick
{
    private readonly double[] _keep;
    private readonly int[] _alias;

    public WeightedPick(IReadOnlyList<double> weights)
    {
        int count = weights.Count;
        double total = weights.Sum();
        _keep = new double[count];
        _alias = new int[count];
        double[] scaled = new double[count];
        Stack<int> small = new();
        Stack<int> large = new();
        for (int i = 0; i < count; i++)
        {
            scaled[i] = weights[i] * count / total;
            (scaled[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            int low = small.Pop();
            int high = large.Pop();
            _keep[low] = scaled[low];
            _alias[low] = high;
            scaled[high] -= 1 - scaled[low];
            (scaled[high] < 1 ? small : large).Push(high);
        }

        foreach (int rest in small.Concat(large))
        {
            _keep[rest] = 1;
            _alias[rest] = rest;
        }
    }

    /// <summary>Weights 1/(rank + shift) for a list in order of rank: heavy at the head, long in the tail, as real names are.</summary>
    public static WeightedPick Ranked(int count, double shift) => new([.. Enumerable.Range(0, count).Select(rank => 1 / (rank + shift))]);

    public int Next(SeededRandom random)
    {
        int at = random.Next(_keep.Length);
        return random.NextDouble() < _keep[at] ? at : _alias[at];
    }
}
