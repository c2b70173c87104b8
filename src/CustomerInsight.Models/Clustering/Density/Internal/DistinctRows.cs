namespace CustomerInsight.Models;

/// <summary>Rows with equal ones told once, in the order of their numbers: many customers have bought once, and among them distances are nothing.</summary>
internal sealed class DistinctRows
{
    private DistinctRows(double[] values, int[] weights, int[] places)
    {
        Values = values;
        Weights = weights;
        Places = places;
    }

    public double[] Values { get; }

    /// <summary>How many rows are the same.</summary>
    public int[] Weights { get; }

    /// <summary>By row, where it stands among the distinct ones.</summary>
    public int[] Places { get; }

    public int Count => Weights.Length;

    public static DistinctRows Of(double[] values, int width)
    {
        int rows = values.Length / width;
        int[] order = RowOrder.Rising(values, width);
        int[] places = new int[rows];
        var weights = new List<int>();
        var firsts = new List<int>();
        for (int at = 0; at < rows; at++)
        {
            ReadOnlySpan<double> own = values.AsSpan(order[at] * width, width);
            if (at == 0 || own.SequenceCompareTo(values.AsSpan(order[at - 1] * width, width)) != 0)
            {
                weights.Add(0);
                firsts.Add(order[at]);
            }

            weights[^1]++;
            places[order[at]] = weights.Count - 1;
        }

        double[] distinct = new double[firsts.Count * width];
        for (int i = 0; i < firsts.Count; i++)
        {
            values.AsSpan(firsts[i] * width, width).CopyTo(distinct.AsSpan(i * width));
        }

        return new DistinctRows(distinct, [.. weights], places);
    }
}
