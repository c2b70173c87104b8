namespace CustomerInsight.Models;

/// <summary>What boosting asks of data before it begins.</summary>
internal static class BoostingData
{
    private const string IdentifierCode = "identifier-column";

    /// <summary>Refuses what no model can be learned from, and gives the direction of each column: 1 rising, −1 falling, 0 any.</summary>
    public static int[] Check(ClassificationData data, BoostingOptions options, ParallelOptions parallel)
    {
        ValueList<string> columns = data.Features.Columns;
        if (data.Rows >= SumScale.MostRows)
        {
            throw new ArgumentException(FormattableString.Invariant($"{data.Rows} rows are more than the {SumScale.MostRows - 1} boosting can sum exactly. Give a sample of them."), nameof(data));
        }

        int[] directions = new int[columns.Count];
        foreach ((string name, MonotoneDirection direction) in options.Monotone)
        {
            int column = columns.AsSpan().IndexOf(name);
            if (column < 0 || data.Categories.Contains(name))
            {
                throw new ArgumentException($"The monotone feature '{name}' is not there, or holds categories, which have no order. Name a feature that holds numbers.", nameof(data));
            }

            directions[column] = direction == MonotoneDirection.Rising ? 1 : -1;
        }

        CheckFinite(data.Features, parallel);
        return directions;
    }

    private static void CheckFinite(FeatureMatrix features, ParallelOptions parallel)
    {
        int width = features.Columns.Count;
        int size = RowChunks.RowsFor(width);
        bool[] isFinite = new bool[RowChunks.Count(features.Rows, size)];
        RowChunks.For(features.Rows, size, parallel, (chunk, from, to) =>
            isFinite[chunk] = features.Array.AsSpan(from * width, (to - from) * width).IndexOfAny(double.PositiveInfinity, double.NegativeInfinity) < 0);
        int bad = Array.IndexOf(isFinite, false);
        if (bad >= 0)
        {
            int first = bad * size * width;
            int at = first + features.Array.AsSpan(first).IndexOfAny(double.PositiveInfinity, double.NegativeInfinity);
            throw new ArgumentException(FormattableString.Invariant($"Row {at / width} is infinite as its '{features.Columns[at % width]}'. Give it as missing (not a number), or leave the row out."), nameof(features));
        }
    }

    /// <summary>Says that there are not rows of both kinds, if so.</summary>
    public static IEnumerable<FitWarning> OneKind(ClassificationData data)
    {
        if (data.Positives == 0 || data.Positives == data.Rows)
        {
            yield return new FitWarning("one-class", FormattableString.Invariant($"The event happened in {data.Positives} of {data.Rows} rows, so there is nothing to tell apart. Give rows of both kinds."));
        }
    }

    /// <summary>Says that members learn or leave out too little, if so.</summary>
    public static IEnumerable<FitWarning> TooFew(ClassificationData data, BoostingOrder order, HeldOut[] deal, BoostingOptions options)
    {
        double drawn = options.RowShare * deal.Min(member => member.Learned?.Length ?? data.Rows);
        if (drawn < 2 * options.MinimumLeafRows)
        {
            yield return new FitWarning("too-few-rows", FormattableString.Invariant($"Of {data.Rows} rows a tree is grown on {drawn:0}, which are too few for leaves of {options.MinimumLeafRows} rows. Give more rows, or lower MinimumLeafRows."));
        }

        if (deal.Any(member => member.Learned is int[] learned && !(BothKinds(learned) && BothKinds(member.Held))))
        {
            yield return new FitWarning("too-few-rows", FormattableString.Invariant($"{data.Rows} rows, {data.Positives} of them with the event, are too few, or of too few customers, for each of {options.Members} members to learn from both kinds and leave out both. Give more rows, or lower Members."));
        }

        bool BothKinds(int[] places) => places.Any(place => data.LabelArray[order.Rows[place]]) && places.Any(place => !data.LabelArray[order.Rows[place]]);
    }

    /// <summary>Names columns of no use.</summary>
    public static IEnumerable<FitWarning> Warnings(ClassificationData data, BinnedRows rows)
    {
        for (int column = 0; column < rows.Columns.Length; column++)
        {
            ColumnBins bins = rows.Columns[column].Bins;
            string name = data.Features.Columns[column];
            if (bins.Count < 2)
            {
                yield return new FitWarning("constant-column", $"Feature '{name}' is the same in all rows, or missing in all, so it tells none apart. Leave it out.");
            }
            else if (bins.Levels is null)
            {
                if (IdentifierColumns.IsIdentifier(data.Features, column))
                {
                    yield return new FitWarning(IdentifierCode, $"Feature '{name}' is another whole number in every row, as a customer's number is. If it is one, leave it out.");
                }
            }
            else
            {
                (int levels, int merged) = Levels(data, column, bins);
                if (levels > data.Rows / 2)
                {
                    yield return new FitWarning(IdentifierCode, FormattableString.Invariant($"Feature '{name}' has {levels} categories in {data.Rows} rows: it names rows rather than tells of them. Leave it out."));
                }
                else if (merged > 0)
                {
                    yield return new FitWarning("merged-categories", FormattableString.Invariant($"Feature '{name}' has {levels} categories, of which the {bins.Levels.Length} most frequent are told apart; the others, {100.0 * merged / data.Rows:0.##} % of the rows, count as missing. Join rare categories into wider ones, or raise MaximumBins."));
                }
            }
        }
    }

    /// <summary>Gives the order of the rows in the fit, which matters where some are drawn.</summary>
    public static BoostingOrder Order(ClassificationData data, BoostingOptions options, ParallelOptions parallel) =>
        options.Members > 1 || options.StopAfter > 0 || options.RowShare < 1 || data.Rows > BinFitter.SampleRows
            ? SampleOrder.Of(data, options.Seed, parallel)
            : new BoostingOrder([.. Enumerable.Range(0, data.Rows)], null);

    /// <summary>Gives labels and weights in the order of the fit. Weights are numbers of rows; where they sum to fewer than there are rows, they are raised to sum to as many.</summary>
    public static (double[] Labels, double[] Weights) Targets(ClassificationData data, int[] order, double positiveWeight)
    {
        double[] labels = new double[order.Length];
        double[] weights = new double[order.Length];
        (double largest, double mean) = data.WeightArray is { } given ? Unit(given) : (1, 1);
        for (int place = 0; place < order.Length; place++)
        {
            bool label = data.LabelArray[order[place]];
            labels[place] = label ? 1 : 0;
            weights[place] = (data.WeightArray?[order[place]] ?? 1) / largest / mean * (label ? positiveWeight : 1);
        }

        return (labels, weights);
    }

    /// <summary>What weights are divided by: 1 where they are 1 or above on average, else their largest and the mean of what that leaves.</summary>
    private static (double Largest, double Mean) Unit(double[] weights)
    {
        // A sum of whole numbers is the same in any order.
        double largest = weights.Max();
        double unit = Math.ScaleB(1, 62 - SumScale.CountBits);
        long sum = 0;
        foreach (double weight in weights)
        {
            sum += (long)(weight / largest * unit);
        }

        double mean = sum / unit / weights.Length;
        return largest * mean < 1 ? (largest, mean) : (1, 1);
    }

    /// <summary>The log-odds of all rows, of sums that are the same in any order.</summary>
    public static double StartingMargin(double[] labels, double[] weights, SumScale scale)
    {
        long with = 0;
        long without = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            long weight = Math.Max(1, (long)(weights[row] * scale.Gradient));
            (with, without) = labels[row] > 0 ? (with + weight, without) : (with, without + weight);
        }

        return Math.Log((double)with / without);
    }

    /// <summary>Counts the categories of a column, and the rows whose category has no bin.</summary>
    private static (int Levels, int Merged) Levels(ClassificationData data, int column, ColumnBins bins)
    {
        int width = data.Features.Columns.Count;
        var levels = new HashSet<double>();
        int merged = 0;
        for (int row = 0; row < data.Rows; row++)
        {
            double value = data.Features.Array[((long)row * width) + column];
            if (!double.IsNaN(value))
            {
                levels.Add(value);
                merged += bins.Of(value) == bins.Values ? 1 : 0;
            }
        }

        return (levels.Count, merged);
    }
}
