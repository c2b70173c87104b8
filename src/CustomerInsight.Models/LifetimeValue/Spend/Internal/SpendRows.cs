using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>The usable spend of customers in canonical order: by number of purchases, then by mean spend.</summary>
internal sealed class SpendRows
{
    private SpendRows(int[] purchases, int[] starts, double[] means, int withoutSpend) =>
        (Purchases, Starts, Means, WithoutSpend) = (purchases, starts, means, withoutSpend);

    /// <summary>The distinct numbers of purchases, in order.</summary>
    public int[] Purchases { get; }

    /// <summary>Where in <see cref="Means"/> the customers of each of <see cref="Purchases"/> start, and last where they end.</summary>
    public int[] Starts { get; }

    public double[] Means { get; }

    /// <summary>How many customers bought again, but not for an amount above 0.</summary>
    public int WithoutSpend { get; }

    public int Count => Means.Length;

    public bool AllEqual => Means.AsSpan().IndexOfAnyExcept(Means.Length > 0 ? Means[0] : 0) < 0;

    public static SpendRows From(IReadOnlyList<SpendPattern> data)
    {
        var counts = new Dictionary<int, int>();
        int withoutSpend = 0;
        for (int i = 0; i < data.Count; i++)
        {
            SpendPattern pattern = data[i];
            if (pattern.IsUsable)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, pattern.Purchases, out _)++;
            }
            else if (pattern.Purchases > 0)
            {
                withoutSpend++;
            }
        }

        int[] purchases = [.. counts.Keys.Order()];
        int[] starts = new int[purchases.Length + 1];
        for (int i = 0; i < purchases.Length; i++)
        {
            ref int slot = ref CollectionsMarshal.GetValueRefOrNullRef(counts, purchases[i]);
            starts[i + 1] = starts[i] + slot;
            slot = starts[i];
        }

        double[] means = new double[starts[^1]];
        for (int i = 0; i < data.Count; i++)
        {
            SpendPattern pattern = data[i];
            if (pattern.IsUsable)
            {
                means[CollectionsMarshal.GetValueRefOrNullRef(counts, pattern.Purchases)++] = pattern.MeanSpend;
            }
        }

        Parallel.For(0, purchases.Length, i => Array.Sort(means, starts[i], starts[i + 1] - starts[i]));
        return new SpendRows(purchases, starts, means, withoutSpend);
    }

    /// <summary>The same rows where each stands for so many customers; those of none go.</summary>
    public SpendRows With(ReadOnlySpan<int> counts)
    {
        if (counts.IndexOfAnyExcept(1) < 0)
        {
            return this;
        }

        int[] starts = new int[Starts.Length];
        var means = new List<double>(counts.Length);
        for (int group = 0; group < Purchases.Length; group++)
        {
            for (int i = Starts[group]; i < Starts[group + 1]; i++)
            {
                for (int copy = 0; copy < counts[i]; copy++)
                {
                    means.Add(Means[i]);
                }
            }

            starts[group + 1] = means.Count;
        }

        return new SpendRows(Purchases, starts, [.. means], WithoutSpend);
    }

    /// <summary>The correlation of number and mean amount of purchases; not a number where one of the two is the same for all.</summary>
    public double Correlation()
    {
        double meanPurchases = 0;
        double meanSpend = 0;
        for (int group = 0; group < Purchases.Length; group++)
        {
            foreach (double spend in Of(group))
            {
                meanSpend += spend / Count;
            }

            meanPurchases += (double)Purchases[group] * Of(group).Length / Count;
        }

        double both = 0;
        double ofPurchases = 0;
        double ofSpend = 0;
        for (int group = 0; group < Purchases.Length; group++)
        {
            double more = Purchases[group] - meanPurchases;
            foreach (double spend in Of(group))
            {
                both += more * (spend - meanSpend);
                ofSpend += (spend - meanSpend) * (spend - meanSpend);
            }

            ofPurchases += more * more * Of(group).Length;
        }

        return both / Math.Sqrt(ofPurchases * ofSpend);
    }

    public ReadOnlySpan<double> Of(int group) => Means.AsSpan(Starts[group]..Starts[group + 1]);
}
