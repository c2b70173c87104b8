using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Customers as rows of numbers, one column a feature: what clustering learns from.</summary>
/// <remarks>The numbers are kept row by row. A number that is missing is <see cref="double.NaN"/>.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class FeatureMatrix
{
    private readonly double[] _values;

    private FeatureMatrix(ValueList<string> columns, double[] values, int rows, IReadOnlyList<string>? customers)
    {
        Columns = columns;
        _values = values;
        Rows = rows;
        Customers = customers;
    }

    /// <summary>Gets the names of the features, in order.</summary>
    public ValueList<string> Columns { get; }

    /// <summary>Gets how many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Gets the customer of each row, or null where the rows have no names.</summary>
    public IReadOnlyList<string>? Customers { get; }

    /// <summary>Gets all numbers, row by row, without copying.</summary>
    public ReadOnlySpan<double> Values => _values;

    internal double[] Array => _values;

    /// <summary>Gets one row without copying.</summary>
    /// <param name="row">From 0 to <see cref="Rows"/> − 1.</param>
    /// <returns>Its numbers in the order of <see cref="Columns"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is outside that range.</exception>
    public ReadOnlySpan<double> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        return _values.AsSpan(row * Columns.Count, Columns.Count);
    }

    /// <summary>Makes a matrix.</summary>
    /// <param name="columns">The names of the features: at least one, no two alike.</param>
    /// <param name="values">The numbers, row by row: a whole number of rows. Kept, not copied: do not change it afterwards.</param>
    /// <param name="customers">The customer of each row, or null for rows without names.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">Names or numbers are not as said.</exception>
    public static FeatureMatrix Create(ValueList<string> columns, double[] values, IReadOnlyList<string>? customers = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string column in columns)
        {
            if (string.IsNullOrWhiteSpace(column) || !names.Add(column))
            {
                throw new ArgumentException($"Two features are named '{column}', or one has no name. Give each a name of its own.", nameof(columns));
            }
        }

        if (columns.Count == 0 || values.Length % columns.Count != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"{values.Length} numbers are no whole number of rows of {columns.Count} features. Give at least one feature, and each row a number for each."), nameof(values));
        }

        int rows = values.Length / columns.Count;
        return customers is null || customers.Count == rows
            ? new FeatureMatrix(columns, values, rows, customers)
            : throw new ArgumentException(FormattableString.Invariant($"{customers.Count} customers are named for {rows} rows. Name one for each row, or none at all."), nameof(customers));
    }

    /// <summary>Makes a matrix of some features of customers.</summary>
    /// <typeparam name="T">What is known of a customer.</typeparam>
    /// <param name="customers">The customers, one a row, in the order of the rows.</param>
    /// <param name="name">Reads the customer's name in results.</param>
    /// <param name="features">The features: each a name and how it is read; <see cref="double.NaN"/> where it is missing.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">Features are not named as <see cref="Create"/> needs it, or customers × features is above what an array holds, some 2.1 billion.</exception>
    public static FeatureMatrix From<T>(
        [NotNull] IReadOnlyList<T> customers, [NotNull] Func<T, string> name, params ReadOnlySpan<(string Name, Func<T, double> Read)> features)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(name);
        if ((long)customers.Count * features.Length > System.Array.MaxLength)
        {
            throw new ArgumentException(FormattableString.Invariant($"{customers.Count} customers × {features.Length} features are more than the {System.Array.MaxLength} numbers a matrix holds. Give fewer features, or a sample of the customers."), nameof(customers));
        }

        string[] columns = new string[features.Length];
        for (int column = 0; column < columns.Length; column++)
        {
            columns[column] = features[column].Name;
        }

        double[] values = new double[customers.Count * features.Length];
        string[] names = new string[customers.Count];
        int at = 0;
        for (int row = 0; row < names.Length; row++)
        {
            names[row] = name(customers[row]);
            foreach ((_, Func<T, double> read) in features)
            {
                values[at++] = read(customers[row]);
            }
        }

        return Create(ValueList.Create<string>(columns), values, names);
    }
}
