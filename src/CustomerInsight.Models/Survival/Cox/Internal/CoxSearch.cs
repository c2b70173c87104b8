namespace CustomerInsight.Models;

/// <summary>Finds the coefficients by Newton's way, halving steps that overshoot.</summary>
internal sealed class CoxSearch
{
    // What a further step would gain in log-likelihood, twice, per weight of a row: the coefficients are then known to a hundred millionth of their standard errors, and after that step far better.
    private const double Negligible = 1e-16;

    // Below this a step gains what rounding of the likelihood may hide, and overshoots nothing.
    private const double Near = 1e-5;

    // So near, a step gains a square of what the one before it did; where it does not, all that is left is rounding.
    private const double Nearest = 1e-10;
    private const int MostHalvings = 40;

    private CoxSearch(double[] coefficients) => Coefficients = coefficients;

    /// <summary>Gets the coefficients on the scale of the search, 0 for columns left out.</summary>
    public double[] Coefficients { get; private set; }

    public double NullValue { get; private init; }

    public double Value { get; private set; }

    public double[] NullGradient { get; private init; } = [];

    public double[] NullInformation { get; private init; } = [];

    /// <summary>Gets the information without the penalty.</summary>
    public double[] Information { get; private set; } = [];

    /// <summary>Gets the information with the penalty, factored.</summary>
    public SymmetricMatrix Factor { get; private set; } = null!;

    /// <summary>Gets the columns in the model.</summary>
    public int[] Kept { get; private init; } = [];

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>Gets the last step.</summary>
    public double[] LastStep { get; private set; } = [];

    /// <param name="likelihood">What to maximize.</param>
    /// <param name="columns">How many coefficients there are.</param>
    /// <param name="smallest">The least information on a column that is one.</param>
    /// <param name="penalty">What half the sum of squares of the coefficients costs.</param>
    /// <param name="tolerance">At what share of the log-likelihood by which a step changed it to stop; 0 for not before its end.</param>
    /// <param name="most">After how many steps to give up.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <param name="unit">The weight of a row: gains are measured by it, so that weights in another unit end the search at the same place.</param>
    /// <param name="isLarge">Whether a step is too large to stop after it by the tolerance; null where none is.</param>
    public static CoxSearch Run(ICoxLikelihood likelihood, int columns, double smallest, double penalty, double tolerance, int most, CancellationToken cancellationToken, double unit = 1, Predicate<double[]>? isLarge = null)
    {
        double[] point = new double[columns];
        if (!likelihood.Evaluate(point))
        {
            return new CoxSearch(point) { NullValue = double.NaN };
        }

        double value = likelihood.Value;
        double[] gradient = [.. likelihood.Gradient];
        double[] information = likelihood.Information();
        SymmetricMatrix factor = Factored(information, columns, [.. Enumerable.Range(0, columns).Where(i => information[(i * columns) + i] > smallest)], penalty);
        var search = new CoxSearch(point) { NullValue = value, NullGradient = gradient, NullInformation = information, Kept = factor.Kept };
        double objective = value;
        double last = double.PositiveInfinity;
        while (true)
        {
            (search.Value, search.Information, search.Factor) = (value, information, factor);
            double[] step = factor.Solve(gradient);
            double decrement = Bfgs.Dot(gradient, step) / unit;
            if (decrement <= Negligible || (decrement < Nearest && decrement > last / 4))
            {
                search.Move(step);
                search.Converged = true;
                return search;
            }

            if (search.Iterations == most)
            {
                return search;
            }

            last = decrement;
            cancellationToken.ThrowIfCancellationRequested();
            double share = 1;
            double[] next = new double[columns];
            bool isBetter = false;
            for (int halving = 0; halving < MostHalvings && !isBetter; halving++, share /= 2)
            {
                for (int i = 0; i < next.Length; i++)
                {
                    next[i] = search.Coefficients[i] + (share * step[i]);
                }

                double least = decrement < Near ? objective - (Near * Math.Max(unit, Math.Abs(objective))) : objective;
                isBetter = likelihood.Evaluate(next) && likelihood.Value - (penalty / 2 * Bfgs.Dot(next, next)) > least;
            }

            search.Iterations++;
            search.LastStep = step;
            if (!isBetter)
            {
                return search;
            }

            search.Coefficients = [.. next];
            double before = objective;
            value = likelihood.Value;
            objective = value - (penalty / 2 * Bfgs.Dot(next, next));
            gradient = [.. likelihood.Gradient];
            for (int i = 0; i < columns; i++)
            {
                gradient[i] -= penalty * next[i];
            }

            information = likelihood.Information();
            factor = Factored(information, columns, search.Kept, penalty);
            bool isOver = tolerance > 0 && Math.Abs(1 - (before / objective)) <= tolerance && isLarge?.Invoke(step) != true;
            if (isOver || factor.Kept.Length < search.Kept.Length)
            {
                (search.Value, search.Information, search.Factor, search.Converged) = (value, information, factor, isOver);
                return search;
            }
        }
    }

    private static SymmetricMatrix Factored(double[] information, int columns, int[] candidates, double penalty)
    {
        double[] matrix = [.. information];
        for (int i = 0; i < columns; i++)
        {
            matrix[(i * columns) + i] += penalty;
        }

        return SymmetricMatrix.Factor(matrix, columns, candidates);
    }

    private void Move(double[] step)
    {
        double[] moved = [.. Coefficients];
        for (int i = 0; i < moved.Length; i++)
        {
            moved[i] += step[i];
        }

        Coefficients = moved;
    }
}
