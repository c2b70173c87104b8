using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Counts names and what they amount to, for one customer after the other. Not safe from many threads.</summary>
internal sealed class ShareCounter(int largest)
{
    private readonly Dictionary<string, (int Count, decimal Amount)> _counts = new(StringComparer.Ordinal);
    private int _total;

    public void Clear()
    {
        _counts.Clear();
        _total = 0;
    }

    public void Add(string name, decimal amount)
    {
        ref (int Count, decimal Amount) count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, name, out _);
        count.Count++;
        count.Amount += amount;
        _total++;
    }

    /// <summary>The most common first, ties in ordinal order.</summary>
    public ValueList<HabitShare> List() => _counts.Count == 0 ? [] : ValueList.From(_counts
        .Select(count => new HabitShare(count.Key, count.Value.Count, count.Value.Amount, (double)count.Value.Count / _total))
        .OrderByDescending(static share => share.Count)
        .ThenBy(static share => share.Name, StringComparer.Ordinal)
        .Take(largest));
}
