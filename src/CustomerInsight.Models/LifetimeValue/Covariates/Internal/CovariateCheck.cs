using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerInsight.Models;

/// <summary>What covariates and their coefficients must be.</summary>
internal static class CovariateCheck
{
    // Beyond it a column is the others to within the rounding of a fit.
    private const double SmallestEigenvalue = 1e-10;

    public static void ThrowIfNamesCollide(IEnumerable<string> names, string parameterName)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name) || !seen.Add(name))
            {
                throw new ArgumentException($"Two covariates are named '{name}', or one has no name. Give each a name of its own.", parameterName);
            }
        }
    }

    public static void ThrowUnlessFinite(string parameterName, params ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException(FormattableString.Invariant($"A number of a covariate is {value}. Expected finite ones."), parameterName);
            }
        }
    }

    public static void ThrowUnlessAsMany(ReadOnlySpan<double> values, int covariates, string parameterName)
    {
        if (values.Length != covariates)
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected {covariates} values, one for each covariate, but there are {values.Length}."), parameterName);
        }

        ThrowUnlessFinite(parameterName, values);
    }

    /// <summary>Finds columns by name.</summary>
    /// <param name="columns">The columns there are.</param>
    /// <param name="names">The names; null for all.</param>
    /// <returns>Their places, in the order of the columns.</returns>
    public static int[] Find(ValueList<string> columns, IReadOnlyList<string>? names)
    {
        foreach (string name in names ?? [])
        {
            if (!columns.Contains(name))
            {
                throw new ArgumentException($"There is no covariate '{name}' in the data, but the options name it. The columns are {string.Join(", ", columns)}.");
            }
        }

        return [.. Enumerable.Range(0, columns.Count).Where(column => names is null || names.Contains(columns[column], StringComparer.Ordinal))];
    }

    /// <summary>Says why the columns cannot be told apart, or null where they can.</summary>
    public static FitWarning? Refusal(CovariateRows rows, params ReadOnlySpan<int[]> uses)
    {
        foreach (int[] columns in uses)
        {
            foreach (int column in columns)
            {
                if (rows.Deviations[column] == 0)
                {
                    return CovariateWarnings.Constant(rows.Columns[column]);
                }
            }

            if (columns.Length > 1 && Dependent(rows, columns) is { Count: > 0 } names)
            {
                return CovariateWarnings.Collinear(names);
            }
        }

        return null;
    }

    /// <summary>Words by how much a rise of the log by so much changes a number.</summary>
    public static string Change(double log, string more, string less) => Math.Abs(log) < 0.0005
        ? "the same"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(Numeric.ExpM1(log)):#,0.0 %} {(log > 0 ? more : less)}");

    private static List<string> Dependent(CovariateRows rows, int[] columns)
    {
        Matrix<double> correlations = Matrix<double>.Build.Dense(columns.Length, columns.Length);
        int width = rows.Columns.Count;
        for (int row = 0; row < rows.Counts.Length; row++)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    correlations[i, j] += rows.Counts[row] * rows.Values[(row * width) + columns[i]] * rows.Values[(row * width) + columns[j]] / rows.Customers;
                    correlations[j, i] = correlations[i, j];
                }
            }
        }

        var parts = correlations.Evd(Symmetricity.Symmetric);
        return
        [
            .. Enumerable.Range(0, columns.Length)
                .Where(i => Enumerable.Range(0, columns.Length).Any(k => parts.EigenValues[k].Real < SmallestEigenvalue && Math.Abs(parts.EigenVectors[i, k]) > 0.01))
                .Select(i => rows.Columns[columns[i]]),
        ];
    }
}
