namespace CustomerInsight.Models;

/// <summary>Patterns in canonical order, equal ones counted once with a weight: a million customers are often a few thousand patterns.</summary>
internal sealed class PatternCounts
{
    private PatternCounts(List<(RepeatPattern Pattern, int Count)> items, int left) => (Items, LeftOut) = (items, left);

    public List<(RepeatPattern Pattern, int Count)> Items { get; }

    /// <summary>How many patterns were not valid.</summary>
    public int LeftOut { get; }

    public int Customers => Items.Sum(static item => item.Count);

    public int RepeatCustomers => Items.Sum(static item => item.Pattern.Repeats > 0 ? item.Count : 0);

    public double MeanTenureDays => Items.Sum(static item => item.Count * item.Pattern.TenureDays) / Math.Max(1, Customers);

    public static PatternCounts From(IReadOnlyList<RepeatPattern> patterns)
    {
        RepeatPattern[] sorted = [.. patterns.Where(static pattern => pattern.IsValid)];
        Array.Sort(sorted, Compare);
        var items = new List<(RepeatPattern, int)>();
        for (int i = 0; i < sorted.Length;)
        {
            int start = i;
            while (i < sorted.Length && sorted[i] == sorted[start])
            {
                i++;
            }

            items.Add((sorted[start], i - start));
        }

        return new PatternCounts(items, patterns.Count - sorted.Length);
    }

    /// <summary>The same patterns where each stands for so many customers; those of none go.</summary>
    public PatternCounts With(ReadOnlySpan<int> counts)
    {
        var items = new List<(RepeatPattern, int)>(Items.Count);
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                items.Add((Items[i].Pattern, counts[i]));
            }
        }

        return new PatternCounts(items, LeftOut);
    }

    private static int Compare(RepeatPattern left, RepeatPattern right)
    {
        int order = left.Repeats.CompareTo(right.Repeats);
        order = order != 0 ? order : left.ActiveDays.CompareTo(right.ActiveDays);
        return order != 0 ? order : left.TenureDays.CompareTo(right.TenureDays);
    }
}
