namespace CustomerInsight.Models;

/// <summary>The complete rows of a matrix on the scale of a fit: what an estimator works on.</summary>
internal sealed class FeatureRows
{
    /// <summary>Above this a square, or a sum of some, would not be finite any more.</summary>
    public const double Largest = 1e150;

    private FeatureRows(double[] values, int width, int[]? numbers, int leftOut, FeatureScaling scaling)
    {
        Values = values;
        Width = width;
        Count = values.Length / width;
        Numbers = numbers;
        LeftOut = leftOut;
        Scaling = scaling;
    }

    /// <summary>Gets the scaled numbers, row by row. The matrix's own where nothing is scaled or left out: do not write to it.</summary>
    public double[] Values { get; }

    public int Width { get; }

    public int Count { get; }

    /// <summary>Gets each row's number in the matrix; null where no row was left out and all are in their order.</summary>
    public int[]? Numbers { get; }

    /// <summary>Gets how many rows were left out because a number is missing or infinite.</summary>
    public int LeftOut { get; }

    public FeatureScaling Scaling { get; }

    /// <summary>Leaves out rows with a number that is missing or infinite, and scales the rest.</summary>
    /// <exception cref="ArgumentException">The options name a feature that is not there, or a number is above <see cref="Largest"/> in size.</exception>
    /// <param name="data">The rows.</param>
    /// <param name="options">How to scale.</param>
    /// <param name="parallel">On how many threads, and what stops it.</param>
    /// <param name="rising">Whether to bring the rows into the order of their numbers, so that no bit of what is found depends on the order in which they came.</param>
    public static FeatureRows Prepare(FeatureMatrix data, FeatureScalingOptions options, ParallelOptions parallel, bool rising = false)
    {
        FeatureTransform[] transforms = Transforms(data.Columns, options);
        int[]? numbers = CompleteRows.Find(data, parallel);
        if (rising)
        {
            numbers = RowOrder.Rising(data.Array, data.Columns.Count, numbers);
        }

        bool asIs = Array.TrueForAll(transforms, static transform => transform == FeatureTransform.None);
        double[] values = numbers is null ? (asIs ? data.Array : (double[])data.Array.Clone()) : Rows(data, numbers);
        FeatureScaling scaling = ScaleFitter.FitInPlace(values, data.Columns, transforms, parallel);
        return new FeatureRows(values, data.Columns.Count, numbers, data.Rows - (numbers?.Length ?? data.Rows), scaling);
    }

    /// <summary>What a person should know of the rows.</summary>
    public IEnumerable<FitWarning> Warnings()
    {
        if (LeftOut > 0)
        {
            yield return new FitWarning("rows-left-out", FormattableString.Invariant($"{LeftOut} rows have a feature that is missing or infinite; they were left out and belong to no group. Fill what is missing, or leave out the feature."));
        }

        foreach (FeatureScale scale in Scaling.Scales)
        {
            if (Count > 0 && scale.IsConstant)
            {
                yield return new FitWarning("constant-column", $"Feature '{scale.Column}' is the same in all rows, so it tells none apart and counts as 0. Leave it out.");
            }
        }
    }

    /// <summary>Gives what was found for each row its place in the matrix.</summary>
    /// <param name="rows">The rows of the matrix.</param>
    /// <param name="found">One for each of these rows.</param>
    /// <param name="none">For the rows that were left out.</param>
    public T[] Spread<T>(int rows, T[] found, T none)
    {
        if (Numbers is null)
        {
            return found;
        }

        var spread = new T[rows];
        Array.Fill(spread, none);
        for (int i = 0; i < found.Length; i++)
        {
            spread[Numbers[i]] = found[i];
        }

        return spread;
    }

    private static FeatureTransform[] Transforms(ValueList<string> columns, FeatureScalingOptions options)
    {
        foreach (string named in options.Columns.Keys)
        {
            if (!columns.Contains(named))
            {
                throw new ArgumentException($"The scaling names the feature '{named}', which the data do not have. They have: {string.Join(", ", columns)}.", nameof(options));
            }
        }

        return [.. columns.Select(column => options.Columns.TryGetValue(column, out FeatureTransform own) ? own : options.Transform)];
    }

    private static double[] Rows(FeatureMatrix data, int[] numbers)
    {
        int width = data.Columns.Count;
        double[] values = new double[numbers.Length * width];
        for (int i = 0; i < numbers.Length; i++)
        {
            data.Array.AsSpan(numbers[i] * width, width).CopyTo(values.AsSpan(i * width));
        }

        return values;
    }
}
