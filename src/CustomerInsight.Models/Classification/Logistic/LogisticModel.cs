using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>The log-odds of an event as a sum over columns: logistic regression.</summary>
/// <remarks>
/// A feature that is missing or infinite counts as the column's mean, where it adds nothing.
/// <para>Source: Hosmer, Lemeshow, Sturdivant, "Applied Logistic Regression" (2013), chapters 1 and 2.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record LogisticModel : IClassificationModel
{
    internal const string Name = "logistic regression";

    private readonly LogisticScorer _scorer;

    /// <summary>Makes a model from known numbers.</summary>
    /// <param name="baseline">The log-odds of a row that has the mean of every column; the intercept where the means are 0.</param>
    /// <param name="coefficients">A coefficient for each column, in order: at least one, no two of the same column.</param>
    /// <exception cref="ArgumentException">Columns are not as said, a number is not finite, or a deviation or standard error is below 0.</exception>
    public LogisticModel(double baseline, ValueList<LogisticCoefficient> coefficients)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (LogisticCoefficient coefficient in coefficients)
        {
            ArgumentNullException.ThrowIfNull(coefficient, nameof(coefficients));
            if (string.IsNullOrWhiteSpace(coefficient.Column))
            {
                throw new ArgumentException("A coefficient has no column. Give each the name of its column.", nameof(coefficients));
            }

            if (!names.Add(coefficient.Column))
            {
                throw new ArgumentException($"The column '{coefficient.Column}' has two coefficients. Give it one.", nameof(coefficients));
            }

            if (!(double.IsFinite(coefficient.Value) && double.IsFinite(coefficient.Mean) && double.IsFinite(coefficient.Deviation) && coefficient.Deviation >= 0)
                || coefficient.StandardError is < 0 or double.NaN or double.PositiveInfinity)
            {
                throw new ArgumentException($"The coefficient of '{coefficient.Column}' holds a number that is not finite, or a deviation or standard error below 0. Measure the column in another unit if its own is too small or too large for these.", nameof(coefficients));
            }
        }

        if (coefficients.Count == 0 || !double.IsFinite(baseline))
        {
            throw new ArgumentException("There is no coefficient, or the baseline is not finite. Give at least one column.", nameof(coefficients));
        }

        Baseline = baseline;
        Coefficients = coefficients;
        Columns = ValueList.From(coefficients.Select(static coefficient => coefficient.Column));
        _scorer = new LogisticScorer(this);
    }

    /// <summary>Gets the coefficients, one for each column, in order.</summary>
    public ValueList<LogisticCoefficient> Coefficients { get; }

    /// <inheritdoc/>
    public ValueList<string> Columns { get; }

    /// <summary>Gets the log-odds of a row that has the mean of every column: what contributions start from.</summary>
    public double Baseline { get; }

    /// <summary>Gets the log-odds where every column is 0.</summary>
    public double Intercept => Baseline - Coefficients.Sum(static coefficient => coefficient.Value * coefficient.Mean);

    /// <summary>Gets the standard error of <see cref="Intercept"/>.</summary>
    /// <value>Null as those of the coefficients.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0 or not finite.</exception>
    public double? InterceptStandardError
    {
        get;
        init => field = value is double known ? ParameterCheck.NotNegative(known, nameof(InterceptStandardError)) : null;
    }

    /// <summary>Gets how well the model explains the rows it was fitted to.</summary>
    /// <value>Null for a model made from known numbers.</value>
    public LogisticStatistics? Statistics { get; init; }

    /// <inheritdoc/>
    public void Margins([NotNull] FeatureMatrix rows, Span<double> margins, CancellationToken cancellationToken = default)
    {
        Check(rows, margins.Length, rows?.Rows ?? 0, nameof(margins));
        _scorer.Margins(rows.Array, margins, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>The coefficient × (the feature − its mean).</remarks>
    public void Contributions([NotNull] FeatureMatrix rows, Span<double> contributions, CancellationToken cancellationToken = default)
    {
        Check(rows, contributions.Length, rows?.Array.Length ?? 0, nameof(contributions));
        _scorer.Contributions(rows.Array, contributions, cancellationToken);
    }

    /// <summary>Compares all numbers.</summary>
    /// <param name="other">The other model.</param>
    /// <returns>True where they are the same model.</returns>
    public bool Equals(LogisticModel? other) => other is not null && Baseline.Equals(other.Baseline) && Coefficients == other.Coefficients
        && InterceptStandardError.Equals(other.InterceptStandardError) && Equals(Statistics, other.Statistics);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Baseline, Coefficients, Statistics);

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"Logistic regression on {Columns.Count} columns");

    private void Check([NotNull] FeatureMatrix? rows, int places, int needed, string name)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns != Columns)
        {
            throw new ArgumentException($"The rows have the features {string.Join(", ", rows.Columns)}, but the model was fitted to {string.Join(", ", Columns)}. Give the same features in the same order.", nameof(rows));
        }

        if (places != needed)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {places} places for {needed} numbers. Give one for each."), name);
        }
    }
}
