namespace CustomerInsight.Models;

/// <summary>Margins in rising order, each once, with the weights of its rows. The order in which rows came changes nothing.</summary>
internal sealed class TiedMargins
{
    private TiedMargins(double[] margins, double[] weights, double[] events, int rows)
    {
        (Margins, Weights, EventWeights) = (margins, weights, events);
        Weight = weights.Sum();
        Events = events.Sum();
        RowsForWeight = rows / Weight;
    }

    public double[] Margins { get; }

    /// <summary>Gets how much the rows of each margin count.</summary>
    public double[] Weights { get; }

    /// <summary>Gets how much those with the event count.</summary>
    public double[] EventWeights { get; }

    public int Count => Margins.Length;

    public double Weight { get; }

    public double Events { get; }

    /// <summary>Gets how many rows a weight of 1 stands for, so that what is added for doubt does not depend on the unit of the weights. 1 where each row counts once.</summary>
    public double RowsForWeight { get; }

    public static TiedMargins Of(CalibrationData data)
    {
        double[] sorted = data.Margins.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        var (margins, weights, events) = (new List<double>(), new List<double>(), new List<double>());
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && sorted[to] == sorted[from]; to++)
            {
            }

            ReadOnlySpan<int> tied = order.AsSpan(from, to - from);
            (double without, double with) = data.Weights.IsEmpty ? Counted(data, tied) : Weighed(data, tied);
            margins.Add(sorted[from]);
            weights.Add(without + with);
            events.Add(with);
        }

        return new TiedMargins([.. margins], [.. weights], [.. events], data.Rows);
    }

    /// <summary>The log-likelihood of the rows under a calibration.</summary>
    public double LogLikelihood(ICalibration calibration)
    {
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            double probability = calibration.Probability(Margins[i]);
            sum += EventWeights[i] > 0 ? EventWeights[i] * Math.Log(probability) : 0;
            sum += Weights[i] > EventWeights[i] ? (Weights[i] - EventWeights[i]) * Math.Log(1 - probability) : 0;
        }

        return sum;
    }

    private static (double Without, double With) Counted(CalibrationData data, ReadOnlySpan<int> rows)
    {
        int events = 0;
        foreach (int row in rows)
        {
            events += data.Labels[row] ? 1 : 0;
        }

        return (rows.Length - events, events);
    }

    private static (double Without, double With) Weighed(CalibrationData data, ReadOnlySpan<int> rows)
    {
        // The smallest first, so that the sum does not depend on the order of the rows.
        double[] weights = new double[rows.Length];
        bool[] labels = new bool[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            weights[i] = data.Weights[rows[i]];
            labels[i] = data.Labels[rows[i]];
        }

        Array.Sort(weights, labels);
        (double without, double with) = (0, 0);
        for (int i = 0; i < rows.Length; i++)
        {
            without += labels[i] ? 0 : weights[i];
            with += labels[i] ? weights[i] : 0;
        }

        return (without, with);
    }
}
