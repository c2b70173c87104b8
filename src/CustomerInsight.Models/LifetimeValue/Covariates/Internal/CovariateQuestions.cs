namespace CustomerInsight.Models;

/// <summary>Asks the models of many customers with covariates, each customer's own one.</summary>
internal static class CovariateQuestions
{
    private const int SmallestChunk = 64;

    public static double[] Alive(CovariatePurchases customers, IEnumerable<string> columns, Func<double[], IPurchaseModel> modelOf, CancellationToken cancellationToken) =>
        Ask(customers, columns, modelOf, static (model, pattern) => model.ProbabilityAlive(pattern), cancellationToken);

    public static double[] Expected(
        CovariatePurchases customers, IEnumerable<string> columns, Func<double[], IPurchaseModel> modelOf, Duration ahead, CancellationToken cancellationToken)
    {
        _ = ahead.CheckedDays(nameof(ahead));
        return Ask(customers, columns, modelOf, (model, pattern) => model.ExpectedPurchases(pattern, ahead), cancellationToken);
    }

    public static double[] Discounted(
        CovariatePurchases customers, IEnumerable<string> columns, Func<double[], IPurchaseModel> modelOf, Duration ahead, DiscountRate rate, CancellationToken cancellationToken)
    {
        _ = ahead.CheckedDays(nameof(ahead), allowForever: true);
        return Ask(
            customers,
            columns,
            modelOf,
            (model, pattern) =>
            {
                // For ever without discount, those who cannot be alive still buy nothing.
                double alive = model.ProbabilityAlive(pattern);
                return alive == 0 ? 0 : alive * model.DiscountedPurchasesIfAlive(pattern, ahead, rate);
            },
            cancellationToken);
    }

    /// <summary>Asks of each customer.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="columns">The covariates of the model, in its order.</param>
    /// <param name="modelOf">Gives the model of customers with these covariates.</param>
    /// <param name="ask">What to ask it of the customer.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What came out for each, in their order; not a number for those who lack a covariate.</returns>
    private static double[] Ask(
        CovariatePurchases customers, IEnumerable<string> columns, Func<double[], IPurchaseModel> modelOf, Func<IPurchaseModel, RepeatPattern, double> ask, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        FeatureMatrix matrix = customers.Covariates;
        int[] places = [.. columns.Select(column => Place(matrix, column, nameof(customers)))];
        RepeatPattern[] patterns = ReadOnlyArray<RepeatPattern>.Of(customers.Patterns);
        foreach (RepeatPattern pattern in patterns)
        {
            pattern.ThrowIfInvalid(nameof(customers));
        }

        double[] results = new double[patterns.Length];
        int?[] failures = FixedChunks.Run(patterns.Length, SmallestChunk, FixedChunks.Parallel(0, cancellationToken), (from, to) =>
        {
            double[] values = new double[places.Length];
            for (int row = from; row < to; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!Read(matrix.Row(row), places, values))
                {
                    results[row] = double.NaN;
                    continue;
                }

                IPurchaseModel model;
                try
                {
                    model = modelOf(values);
                }
                catch (ArgumentException)
                {
                    return row;
                }

                results[row] = ask(model, patterns[row]);
            }

            return (int?)null;
        });
        return failures.FirstOrDefault(static row => row is not null) is int wrong
            ? throw new ArgumentException(FormattableString.Invariant($"The covariates of row {wrong + 1} of {patterns.Length} are so far from the means that no model has such parameters. Look at their units."), nameof(customers))
            : results;
    }

    private static int Place(FeatureMatrix matrix, string column, string parameterName)
    {
        for (int i = 0; i < matrix.Columns.Count; i++)
        {
            if (string.Equals(matrix.Columns[i], column, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no covariate '{column}' in the data, but the model knows it. The columns are {string.Join(", ", matrix.Columns)}.", parameterName);
    }

    private static bool Read(ReadOnlySpan<double> row, int[] places, double[] values)
    {
        for (int i = 0; i < places.Length; i++)
        {
            values[i] = row[places[i]];
            if (!double.IsFinite(values[i]))
            {
                return false;
            }
        }

        return true;
    }
}
