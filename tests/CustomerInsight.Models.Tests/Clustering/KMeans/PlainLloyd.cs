namespace CustomerInsight.Models.Tests;

/// <summary>Lloyd's search as a textbook has it.</summary>
internal static class PlainLloyd
{
    public static (double[] Centers, int[] Groups, double Inertia, int Iterations, bool Converged) Run(double[] values, int width, double[] start, int most)
    {
        double[] centers = (double[])start.Clone();
        int[] groups = [];
        for (int iteration = 1; iteration <= most; iteration++)
        {
            int[] next = Assign(values, width, centers);
            if (groups.AsSpan().SequenceEqual(next))
            {
                return (centers, groups, Inertia(values, width, centers, groups), iteration, true);
            }

            groups = next;
            for (int group = 0; group < centers.Length / width; group++)
            {
                int[] own = [.. Enumerable.Range(0, groups.Length).Where(row => groups[row] == group)];
                for (int column = 0; column < width && own.Length > 0; column++)
                {
                    centers[(group * width) + column] = own.Sum(row => values[(row * width) + column]) / own.Length;
                }
            }
        }

        groups = Assign(values, width, centers);
        return (centers, groups, Inertia(values, width, centers, groups), most, false);
    }

    public static int[] Assign(double[] values, int width, double[] centers) =>
        [.. Enumerable.Range(0, values.Length / width).Select(row => Enumerable.Range(0, centers.Length / width).MinBy(group => Squared(values, centers, width, row, group)))];

    public static double Inertia(double[] values, int width, double[] centers, int[] groups) => groups.Select((group, row) => Squared(values, centers, width, row, group)).Sum();

    private static double Squared(double[] values, double[] centers, int width, int row, int group)
    {
        double sum = 0;
        for (int column = 0; column < width; column++)
        {
            double apart = values[(row * width) + column] - centers[(group * width) + column];

            // Rounded as the library's is, so that ties are ties for both.
            sum = Math.FusedMultiplyAdd(apart, apart, sum);
        }

        return sum;
    }
}
