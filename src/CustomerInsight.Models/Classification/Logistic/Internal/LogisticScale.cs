namespace CustomerInsight.Models;

/// <summary>Carries what was found on standardized columns to the data's own units.</summary>
internal sealed class LogisticScale(ColumnRange[] ranges, LogisticMoments moments, int[] columns)
{
    public double Mean(int column) => ranges[column].Middle + (moments.Means[column] / ranges[column].Scale);

    public double Deviation(int column) => moments.Deviations[column] / ranges[column].Scale;

    /// <summary>The covariance of the intercept at 0 and the coefficients, from that of the log-odds at the means and the coefficients per standard deviation.</summary>
    public double[] ToUnits(double[] covariance)
    {
        int side = columns.Length + 1;
        double[] units = new double[side * side];
        double[] shifted = new double[side * side];
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                shifted[(row * side) + column] = covariance[(row * side) + column] / Unit(column);
            }

            shifted[row * side] -= Offset(shifted.AsSpan(row * side, side));
        }

        for (int column = 0; column < side; column++)
        {
            double[] along = [.. Enumerable.Range(0, side).Select(row => shifted[(row * side) + column] / Unit(row))];
            along[0] -= Offset(along);
            for (int row = 0; row <= column; row++)
            {
                units[(row * side) + column] = units[(column * side) + row] = along[row];
            }
        }

        return units;
    }

    private double Unit(int i) => i == 0 ? 1 : Deviation(columns[i - 1]);

    private double Offset(ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        for (int i = 1; i < coefficients.Length; i++)
        {
            sum += coefficients[i] * Mean(columns[i - 1]);
        }

        return sum;
    }
}
