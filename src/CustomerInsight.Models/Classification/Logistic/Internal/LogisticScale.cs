namespace CustomerInsight.Models;

/// <summary>Carries what was found on standardized columns to the data's own units.</summary>
internal sealed class LogisticScale(ColumnRange[] ranges, LogisticMoments moments, int[] columns)
{
    public double Mean(int column) => ranges[column].Middle + (moments.Means[column] / ranges[column].Scale);

    public double Deviation(int column) => moments.Deviations[column] / ranges[column].Scale;

    /// <summary>The standard errors of the intercept at 0 and the coefficients, from the covariance of the log-odds at the means and the coefficients per standard deviation.</summary>
    /// <remarks>The root comes before the unit, so that no unit is too small or too large for it.</remarks>
    public double[] Errors(double[] covariance)
    {
        int side = columns.Length + 1;
        double[] errors = [.. Enumerable.Range(0, side).Select(i => Math.Sqrt(covariance[(i * side) + i]) / Unit(i))];
        double[] along = Along();
        double variance = 0;
        for (int i = 0; i < covariance.Length; i++)
        {
            variance += along[i / side] * covariance[i] * along[i % side];
        }

        errors[0] = Math.Sqrt(Math.Max(0, variance));
        return errors;
    }

    /// <summary>The covariance of the intercept at 0 and the coefficients; null where the units are such that a square of them is no finite number above 0.</summary>
    public double[]? ToUnits(double[] covariance)
    {
        int side = columns.Length + 1;
        double[] along = Along();
        double[] ofIntercept = [.. Enumerable.Range(0, side).Select(column => Enumerable.Range(0, side).Sum(row => along[row] * covariance[(row * side) + column]))];
        double[] units = new double[side * side];
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double own = row == 0 ? Enumerable.Range(0, side).Sum(i => ofIntercept[i] * along[i]) : column == 0 ? ofIntercept[row] : covariance[(row * side) + column];
                units[(row * side) + column] = units[(column * side) + row] = own / Unit(row) / Unit(column);
            }

            if (!double.IsNormal(units[(row * side) + row]))
            {
                return null;
            }
        }

        return Array.TrueForAll(units, double.IsFinite) ? units : null;
    }

    /// <summary>How the intercept at 0 follows from the log-odds at the means and the coefficients per standard deviation.</summary>
    private double[] Along() => [1, .. columns.Select(column => -Mean(column) / Deviation(column))];

    private double Unit(int i) => i == 0 ? 1 : Deviation(columns[i - 1]);
}
