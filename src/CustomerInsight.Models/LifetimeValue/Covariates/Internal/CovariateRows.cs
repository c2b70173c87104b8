namespace CustomerInsight.Models;

/// <summary>Customers with standardised covariates in canonical order, equal ones counted once.</summary>
internal sealed class CovariateRows
{
    private CovariateRows(ValueList<string> columns, RepeatPattern[] patterns, double[] values, int[] counts)
    {
        Columns = columns;
        Patterns = patterns;
        Values = values;
        Counts = counts;
        Customers = counts.Sum();
        Means = new double[columns.Count];
        Deviations = new double[columns.Count];
        for (int column = 0; column < columns.Count; column++)
        {
            Standardise(column);
        }
    }

    public ValueList<string> Columns { get; }

    public RepeatPattern[] Patterns { get; }

    /// <summary>The covariates of the distinct rows, one row after the other, each column of mean 0 and deviation 1 over the customers.</summary>
    public double[] Values { get; }

    public int[] Counts { get; }

    public int Customers { get; }

    public double[] Means { get; }

    /// <summary>The standard deviations; 0 for a column in which all customers are alike.</summary>
    public double[] Deviations { get; }

    public int InvalidPatterns { get; private init; }

    /// <summary>How many customers with a valid pattern lack a covariate.</summary>
    public int Incomplete { get; private init; }

    public IReadOnlyList<RepeatPattern> CustomerPatterns =>
        [.. Patterns.SelectMany((pattern, row) => Enumerable.Repeat(pattern, Counts[row]))];

    /// <param name="data">The customers.</param>
    /// <param name="columns">The columns to take, by their places in the matrix.</param>
    public static CovariateRows From(CovariatePurchases data, int[] columns)
    {
        FeatureMatrix matrix = data.Covariates;
        int invalid = 0;
        int incomplete = 0;
        var kept = new List<int>(data.Patterns.Count);
        for (int row = 0; row < data.Patterns.Count; row++)
        {
            if (!data.Patterns[row].IsValid)
            {
                invalid++;
            }
            else if (!IsComplete(matrix.Row(row), columns))
            {
                incomplete++;
            }
            else
            {
                kept.Add(row);
            }
        }

        int[] order = [.. kept];
        Array.Sort(order, (left, right) => Compare(data, columns, left, right));
        var patterns = new List<RepeatPattern>();
        var values = new List<double>();
        var counts = new List<int>();
        for (int i = 0; i < order.Length; i++)
        {
            if (i > 0 && Compare(data, columns, order[i - 1], order[i]) == 0)
            {
                counts[^1]++;
                continue;
            }

            patterns.Add(data.Patterns[order[i]]);
            counts.Add(1);
            foreach (int column in columns)
            {
                values.Add(matrix.Row(order[i])[column]);
            }
        }

        var names = ValueList.From(columns.Select(column => matrix.Columns[column]));
        return new CovariateRows(names, [.. patterns], [.. values], [.. counts]) { InvalidPatterns = invalid, Incomplete = incomplete };
    }

    private static bool IsComplete(ReadOnlySpan<double> row, int[] columns)
    {
        foreach (int column in columns)
        {
            if (!double.IsFinite(row[column]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Compare(CovariatePurchases data, int[] columns, int left, int right)
    {
        RepeatPattern leftPattern = data.Patterns[left];
        RepeatPattern rightPattern = data.Patterns[right];
        int order = leftPattern.Repeats.CompareTo(rightPattern.Repeats);
        order = order != 0 ? order : leftPattern.ActiveDays.CompareTo(rightPattern.ActiveDays);
        order = order != 0 ? order : leftPattern.TenureDays.CompareTo(rightPattern.TenureDays);
        ReadOnlySpan<double> leftValues = data.Covariates.Row(left);
        ReadOnlySpan<double> rightValues = data.Covariates.Row(right);
        for (int i = 0; order == 0 && i < columns.Length; i++)
        {
            order = leftValues[columns[i]].CompareTo(rightValues[columns[i]]);
        }

        return order;
    }

    private void Standardise(int column)
    {
        int width = Columns.Count;
        double largest = 0;
        for (int row = 0; row < Counts.Length; row++)
        {
            largest = Math.Max(largest, Math.Abs(Values[(row * width) + column]));
        }

        // Divided by the largest first, so that neither sum nor squares can overflow.
        double mean = 0;
        for (int row = 0; row < Counts.Length; row++)
        {
            mean += Counts[row] * (Values[(row * width) + column] / largest) / Customers;
        }

        double square = 0;
        for (int row = 0; row < Counts.Length; row++)
        {
            double difference = (Values[(row * width) + column] / largest) - mean;
            square += Counts[row] * difference * difference / Customers;
        }

        double deviation = Math.Sqrt(square);

        // A spread of rounding alone is none.
        bool isConstant = !(deviation > 1e-12 * Math.Abs(mean));
        Means[column] = isConstant ? 0 : mean * largest;
        Deviations[column] = isConstant ? 0 : deviation * largest;
        for (int row = 0; row < Counts.Length; row++)
        {
            double value = Values[(row * width) + column] / largest;
            Values[(row * width) + column] = isConstant ? 0 : (value - mean) / deviation;
        }
    }
}
