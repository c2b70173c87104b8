using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>The usable spend of customers in canonical order: by number of purchases, then by mean spend.</summary>
internal sealed class SpendRows
{
    private const int Few = 256;

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

    public static SpendRows From(IReadOnlyList<SpendPattern> data) => From(data switch
    {
        List<SpendPattern> list => CollectionsMarshal.AsSpan(list),
        _ => ReadOnlyArray<SpendPattern>.Of(data),
    });

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

    private static SpendRows From(ReadOnlySpan<SpendPattern> data)
    {
        // Most customers bought a few times: those need no look-up by hash.
        int[] few = new int[Few];
        var many = new Dictionary<int, int>();
        int withoutSpend = 0;
        foreach (ref readonly SpendPattern pattern in data)
        {
            if (pattern.IsUsable)
            {
                Slot(pattern.Purchases)++;
            }
            else if (pattern.Purchases > 0)
            {
                withoutSpend++;
            }
        }

        int[] purchases = [.. Enumerable.Range(1, Few - 1).Where(count => few[count] > 0), .. many.Keys.Order()];
        int[] starts = new int[purchases.Length + 1];
        for (int i = 0; i < purchases.Length; i++)
        {
            ref int slot = ref Slot(purchases[i]);
            starts[i + 1] = starts[i] + slot;
            slot = starts[i];
        }

        double[] means = new double[starts[^1]];
        foreach (ref readonly SpendPattern pattern in data)
        {
            if (pattern.IsUsable)
            {
                means[Slot(pattern.Purchases)++] = pattern.MeanSpend;
            }
        }

        Parallel.For(0, purchases.Length, i => PositiveSort.Sort(means.AsSpan(starts[i]..starts[i + 1])));
        return new SpendRows(purchases, starts, means, withoutSpend);

        ref int Slot(int count) => ref count < Few ? ref few[count] : ref CollectionsMarshal.GetValueRefOrAddDefault(many, count, out _);
    }
}
