using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Rows of features with what became of each: what a classifier learns from.</summary>
/// <remarks>A feature is missing where it is <see cref="double.NaN"/>.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class ClassificationData
{
    private readonly bool[] _labels;
    private readonly double[]? _weights;

    private ClassificationData(FeatureMatrix features, bool[] labels, double[]? weights, ValueList<string> categories)
    {
        Features = features;
        _labels = labels;
        _weights = weights;
        Categories = categories;
        foreach (bool label in labels)
        {
            Positives += label ? 1 : 0;
        }
    }

    /// <summary>Gets the features, a row for each label.</summary>
    public FeatureMatrix Features { get; }

    /// <summary>Gets whether the event happened, for each row.</summary>
    public ReadOnlySpan<bool> Labels => _labels;

    /// <summary>Gets how much each row counts; empty where each counts once.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Gets the columns that hold numbers of categories, from 0, in the place of a measured number: an order of them means nothing.</summary>
    public ValueList<string> Categories { get; }

    /// <summary>Gets how many rows there are.</summary>
    public int Rows => _labels.Length;

    /// <summary>Gets for how many rows the event happened.</summary>
    public int Positives { get; }

    internal bool[] LabelArray => _labels;

    internal double[]? WeightArray => _weights;

    /// <summary>Puts features and labels together.</summary>
    /// <param name="features">The features.</param>
    /// <param name="labels">Whether the event happened: one for each row. Kept, not copied.</param>
    /// <param name="weights">How much each row counts, finite and above 0; null where each counts once. Kept, not copied.</param>
    /// <param name="categories">The columns that hold numbers of categories: whole numbers from 0, or missing. None by default.</param>
    /// <returns>The data.</returns>
    /// <exception cref="ArgumentException">There are more or fewer labels or weights than rows, a weight is not as said, or a column is not there or holds no numbers of categories.</exception>
    /// <remarks>One pass over weights and category columns.</remarks>
    public static ClassificationData Create([NotNull] FeatureMatrix features, [NotNull] bool[] labels, double[]? weights = null, ValueList<string> categories = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != features.Rows || (weights is not null && weights.Length != features.Rows))
        {
            throw new ArgumentException(FormattableString.Invariant($"{features.Rows} rows have {labels.Length} labels and {weights?.Length ?? features.Rows} weights. Give one for each row."), nameof(labels));
        }

        CheckWeights(weights);
        foreach (string category in categories)
        {
            CheckCategory(features, category);
        }

        return new ClassificationData(features, labels, weights, categories);
    }

    /// <summary>Gives some of the rows.</summary>
    /// <param name="rows">Which, each from 0 to <see cref="Rows"/> − 1, in any order and also more than once.</param>
    /// <returns>Those rows in that order.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public ClassificationData Take(ReadOnlySpan<int> rows)
    {
        int columns = Features.Columns.Count;
        double[] values = new double[rows.Length * columns];
        bool[] labels = new bool[rows.Length];
        double[]? weights = _weights is null ? null : new double[rows.Length];
        string[]? names = Features.Customers is null ? null : new string[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            labels[i] = _labels[row];
            Features.Values.Slice(row * columns, columns).CopyTo(values.AsSpan(i * columns, columns));
            if (weights is not null)
            {
                weights[i] = _weights![row];
            }

            if (names is not null)
            {
                names[i] = Features.Customers![row];
            }
        }

        return new ClassificationData(FeatureMatrix.Create(Features.Columns, values, names), labels, weights, Categories);
    }

    private static void CheckWeights(double[]? weights)
    {
        for (int row = 0; row < weights?.Length; row++)
        {
            if (!(weights[row] > 0) || !double.IsFinite(weights[row]))
            {
                throw new ArgumentException(FormattableString.Invariant($"The weight of row {row} is not a finite number above 0. Leave rows out that are not to count."), nameof(weights));
            }
        }
    }

    private static void CheckCategory(FeatureMatrix features, string category)
    {
        int columns = features.Columns.Count;
        int column = features.Columns.AsSpan().IndexOf(category);
        if (column < 0)
        {
            throw new ArgumentException($"There is no column '{category}' to hold categories. Name one of the features.", nameof(category));
        }

        for (int row = 0; row < features.Rows; row++)
        {
            double value = features.Values[(row * columns) + column];
            if (!double.IsNaN(value) && !(value >= 0 && value <= int.MaxValue && value == Math.Floor(value)))
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} of the category column '{category}' is no whole number from 0. Number the categories, or leave the column out of the categories."), nameof(category));
            }
        }
    }
}
