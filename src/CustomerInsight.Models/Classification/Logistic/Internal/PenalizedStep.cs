namespace CustomerInsight.Models;

/// <summary>The step to the lowest point of a loss that its slopes and curvature foretell, with a penalty on all but the first number.</summary>
internal static class PenalizedStep
{
    private const int MostSweeps = 10_000;
    private const double Settled = 1e-13;

    /// <summary>The step; null where rounding leaves the curvature without a lowest point.</summary>
    public static double[]? Of(LogisticPoint at, double squares, double sizes) => sizes > 0 ? Descend(at, squares, sizes) : Newton(at, squares);

    /// <summary>The square of a step's length as the curvature measures it: in standard errors of the estimate.</summary>
    public static double Square(LogisticPoint at, double squares, double[] step)
    {
        double sum = 0;
        for (int i = 0; i < step.Length; i++)
        {
            double row = i > 0 ? squares * step[i] : 0;
            for (int j = 0; j < step.Length; j++)
            {
                row += at.Curvature[(i * step.Length) + j] * step[j];
            }

            sum += row * step[i];
        }

        return Math.Max(0, sum);
    }

    private static double[]? Newton(LogisticPoint at, double squares)
    {
        int side = at.Count;
        double[] matrix = [.. at.Curvature];
        double[] right = [.. at.Slopes.Select(static slope => -slope)];
        for (int i = 1; i < side; i++)
        {
            matrix[(i * side) + i] += squares;
            right[i] -= squares * at.Values[i];
        }

        return SymmetricMatrix.Factor(matrix, side)?.Solve(right);
    }

    /// <summary>One number after the other to its lowest point, until none moves any more; then all that are not 0 at once, exactly.</summary>
    private static double[] Descend(LogisticPoint at, double squares, double sizes)
    {
        int side = at.Count;
        double[] found = [.. at.Values];
        double[] slopes = [.. at.Slopes];
        double largest = double.PositiveInfinity;
        for (int sweep = 0; sweep < MostSweeps && largest > Settled; sweep++)
        {
            largest = 0;
            for (int i = 0; i < side; i++)
            {
                double bend = at.Curvature[(i * side) + i];
                double change = (i == 0 ? found[i] - (slopes[i] / bend) : Shrunk((bend * found[i]) - slopes[i], sizes) / (bend + squares)) - found[i];
                if (change == 0 || !double.IsFinite(change))
                {
                    continue;
                }

                found[i] += change;
                largest = Math.Max(largest, Math.Abs(change) * Math.Sqrt(bend));
                for (int j = 0; j < side; j++)
                {
                    slopes[j] += at.Curvature[(i * side) + j] * change;
                }
            }
        }

        Settle(at, squares, sizes, found);
        return [.. found.Zip(at.Values, static (to, from) => to - from)];
    }

    /// <summary>Solves for the numbers that are not 0 with their signs as they are; taken only where the signs stay.</summary>
    private static void Settle(LogisticPoint at, double squares, double sizes, double[] found)
    {
        int side = at.Count;
        int[] free = [.. Enumerable.Range(0, side).Where(i => i == 0 || found[i] != 0)];
        double[] matrix = new double[free.Length * free.Length];
        double[] right = new double[free.Length];
        for (int i = 0; i < free.Length; i++)
        {
            int row = free[i];
            right[i] = (row == 0 ? 0 : -sizes * Math.Sign(found[row])) - at.Slopes[row];
            for (int j = 0; j < side; j++)
            {
                right[i] += at.Curvature[(row * side) + j] * at.Values[j];
            }

            for (int j = 0; j < free.Length; j++)
            {
                matrix[(i * free.Length) + j] = at.Curvature[(row * side) + free[j]] + (i == j && row > 0 ? squares : 0);
            }
        }

        double[]? solved = SymmetricMatrix.Factor(matrix, free.Length)?.Solve(right);
        if (solved is not null && free.Select((row, i) => row == 0 || Math.Sign(solved[i]) == Math.Sign(found[row])).All(static stays => stays))
        {
            for (int i = 0; i < free.Length; i++)
            {
                found[free[i]] = solved[i];
            }
        }
    }

    private static double Shrunk(double value, double by) => value > by ? value - by : value < -by ? value + by : 0;
}
