namespace CustomerInsight.Models;

/// <summary>How the errors of a fit's parameters go together.</summary>
/// <remarks>The inverse of the observed information, carried to the parameters in the model's unit by the delta method.</remarks>
public sealed record ParameterCovariance
{
    /// <summary>Makes a covariance.</summary>
    /// <param name="names">The parameters.</param>
    /// <param name="values">The matrix row by row, in the order of <paramref name="names"/>; not checked is whether it is one of any errors, beyond its size, its symmetry and its variances.</param>
    /// <exception cref="ArgumentException">The matrix is not as long as the names ask for, not symmetric or not finite, or a variance is below 0.</exception>
    public ParameterCovariance(ValueList<string> names, ValueList<double> values)
    {
        int n = names.Count;
        bool isValid = values.Count == n * n;
        for (int i = 0; isValid && i < n; i++)
        {
            isValid = values[(i * n) + i] >= 0;
            for (int j = 0; j <= i; j++)
            {
                isValid &= double.IsFinite(values[(i * n) + j]) && values[(i * n) + j] == values[(j * n) + i];
            }
        }

        Names = names;
        Values = isValid
            ? values
            : throw new ArgumentException($"Expected a symmetric matrix of {n} × {n} finite numbers for {n} names, found {values.Count} numbers, an asymmetry or a variance below 0.", nameof(values));
    }

    /// <summary>Gets the parameters in the order of rows and columns.</summary>
    public ValueList<string> Names { get; }

    /// <summary>Gets the matrix row by row.</summary>
    public ValueList<double> Values { get; }

    /// <summary>Gets the unit of the parameters that are times.</summary>
    /// <value>Null where none is, or where it is not said.</value>
    public TimeUnit? Unit { get; init; }

    /// <summary>Gets a covariance, or on the diagonal a variance.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    /// <returns>The covariance, in the product of the parameters' units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Names.Count);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Names.Count);
            return Values[(row * Names.Count) + column];
        }
    }

    /// <summary>Gives a parameter's standard error.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <returns>The square root of its variance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    public double StandardError(int index) => Math.Sqrt(this[index, index]);

    /// <summary>Gives how far two parameters err together.</summary>
    /// <param name="row">The one, from 0.</param>
    /// <param name="column">The other, from 0.</param>
    /// <returns>From −1 to 1; near either end, the data determine a combination of the two rather than each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    public double Correlation(int row, int column) => row == column
        ? this[row, column] / this[row, row]
        : Math.Clamp(this[row, column] / StandardError(row) / StandardError(column), -1, 1);
}
