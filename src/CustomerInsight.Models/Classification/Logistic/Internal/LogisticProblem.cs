namespace CustomerInsight.Models;

/// <summary>The loss of rows as a function of some of the columns, each in its standard deviation.</summary>
internal sealed class LogisticProblem(LogisticPass pass, LogisticMoments moments, int[] columns)
{
    /// <summary>Gets the numbers of the columns that are fitted.</summary>
    public int[] Columns => columns;

    public LogisticPoint At(double[] point)
    {
        double[] all = new double[moments.Means.Length + 1];
        all[0] = point[0];
        for (int i = 0; i < columns.Length; i++)
        {
            all[columns[i] + 1] = point[i + 1] / moments.Deviations[columns[i]];
        }

        LogisticSums sums = pass.At(all);
        int side = columns.Length + 1;
        double[] slopes = new double[side];
        double[] curvature = new double[side * side];
        for (int i = 0; i < side; i++)
        {
            slopes[i] = sums.Slopes[Place(i)] / Unit(i);
            for (int j = 0; j < side; j++)
            {
                curvature[(i * side) + j] = sums.Curvature[(Place(i) * all.Length) + Place(j)] / Unit(i) / Unit(j);
            }
        }

        return new LogisticPoint(point, sums.Loss, slopes, curvature);
    }

    private int Place(int i) => i == 0 ? 0 : columns[i - 1] + 1;

    private double Unit(int i) => i == 0 ? 1 : moments.Deviations[columns[i - 1]];
}
