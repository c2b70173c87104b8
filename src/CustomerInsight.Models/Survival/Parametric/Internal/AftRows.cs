namespace CustomerInsight.Models;

/// <summary>Rows in an order of their numbers, with a leading 1 and standardized features, and the logs of their times about their mean.</summary>
internal sealed class AftRows
{
    private AftRows(int count, int width) => (Count, Width, Design) = (count, width, new double[count * width]);

    public int Count { get; }

    /// <summary>One more than there are features that differ between rows.</summary>
    public int Width { get; }

    /// <summary>Row by row: 1, then the features.</summary>
    public double[] Design { get; }

    public required double[] LogExits { get; init; }

    /// <summary>Null where all rows are watched from 0; the log of 0 is minus infinity.</summary>
    public required double[]? LogEntries { get; init; }

    public required bool[] Events { get; init; }

    public required double[] Weights { get; init; }

    public required double TotalWeight { get; init; }

    /// <summary>The mean of the logs of the times, which all logs are counted from.</summary>
    public required double LogMean { get; init; }

    public required double LogDeviation { get; init; }

    /// <summary>The events' weight × the log of their time: what a density of the time has less than one of its log.</summary>
    public required double LogJacobian { get; init; }

    /// <summary>Which columns of the data the features are.</summary>
    public required int[] Columns { get; init; }

    public double[] Means { get; private init; } = [];

    public double[] Deviations { get; private init; } = [];

    public static AftRows Of(FeatureMatrix? features, SurvivalTimes times, int cause, ParallelOptions parallel)
    {
        int columns = features?.Columns.Count ?? 0;
        int[] order = Order(features, times, cause, parallel);
        double[] weights = Array.ConvertAll(order, row => times.WeightArray?[row] ?? 1);
        double[] logs = Array.ConvertAll(order, row => Math.Log(times.ExitArray[row]));
        double[]? entries = times.EntryArray is { } given ? Array.ConvertAll(order, row => Math.Log(given[row] + 0.0)) : null;
        bool[] events = Array.ConvertAll(order, row => SurvivalTimes.IsEvent(times.EndArray[row], cause));
        double jacobian = 0;
        for (int i = 0; i < logs.Length; i++)
        {
            jacobian += events[i] ? weights[i] * logs[i] : 0;
        }

        (double mean, double deviation, double total) = Moments(logs, weights);
        int[] varying = [.. Enumerable.Range(0, columns).Where(column => Varies(features!, column))];
        double[] means = new double[varying.Length];
        double[] deviations = new double[varying.Length];
        var rows = new AftRows(order.Length, varying.Length + 1)
        {
            LogExits = Array.ConvertAll(logs, log => log - mean),
            LogEntries = entries is null ? null : Array.ConvertAll(entries, log => log - mean),
            Events = events,
            Weights = weights,
            TotalWeight = total,
            LogMean = mean,
            LogDeviation = deviation,
            LogJacobian = jacobian,
            Columns = varying,
            Means = means,
            Deviations = deviations,
        };
        for (int i = 0; i < rows.Count; i++)
        {
            rows.Design[i * rows.Width] = 1;
        }

        for (int k = 0; k < varying.Length; k++)
        {
            double[] values = Array.ConvertAll(order, row => features!.Array[(row * columns) + varying[k]]);

            // Numbers so far from 1 that their squares are none are brought near it by a power of 2, which changes no digit.
            int power = PowerOf(values);
            if (power != 0)
            {
                values = Array.ConvertAll(values, value => Math.ScaleB(value, -power));
            }

            (double center, double spread, _) = Moments(values, weights);
            for (int i = 0; i < rows.Count; i++)
            {
                rows.Design[(i * rows.Width) + k + 1] = (values[i] - center) / spread;
            }

            (means[k], deviations[k]) = (Math.ScaleB(center, power), Math.ScaleB(spread, power));
        }

        return rows;
    }

    // An order of all that is known of a row, so that no sum depends on how the rows came.
    private static int[] Order(FeatureMatrix? features, SurvivalTimes times, int cause, ParallelOptions parallel)
    {
        int columns = features?.Columns.Count ?? 0;
        int width = columns + 4;
        double[] all = new double[times.Count * width];
        for (int row = 0; row < times.Count; row++)
        {
            Span<double> own = all.AsSpan(row * width, width);
            features?.Row(row).CopyTo(own);
            own[columns] = times.ExitArray[row];
            own[columns + 1] = SurvivalTimes.IsEvent(times.EndArray[row], cause) ? 1 : 0;
            own[columns + 2] = times.EntryArray?[row] ?? 0;
            own[columns + 3] = times.WeightArray?[row] ?? 1;
        }

        return RowOrder.Of(all, width, parallel);
    }

    private static bool Varies(FeatureMatrix features, int column)
    {
        for (int row = 1; row < features.Rows; row++)
        {
            if (features.Array[(row * features.Columns.Count) + column] != features.Array[column])
            {
                return true;
            }
        }

        return false;
    }

    private static int PowerOf(double[] values)
    {
        const int Safe = 300;
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        int power = Math.ILogB(largest);
        return Math.Abs(power) > Safe ? power : 0;
    }

    private static (double Mean, double Deviation, double Weight) Moments(double[] values, double[] weights)
    {
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            weight += weights[i];
            sum += weights[i] * values[i];
        }

        double mean = sum / weight;
        double squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            squares += weights[i] * (values[i] - mean) * (values[i] - mean);
        }

        return (mean, Math.Sqrt(squares / weight), weight);
    }
}
