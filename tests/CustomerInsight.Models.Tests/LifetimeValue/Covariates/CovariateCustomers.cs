namespace CustomerInsight.Models.Tests;

/// <summary>Customers drawn from a model with covariates: one normal, one of 0 and 1.</summary>
internal static class CovariateCustomers
{
    public static readonly ValueList<string> Columns = ["first-order", "web"];

    public static CovariatePurchases Draw(Func<double[], IPurchaseModel> modelFor, int customers, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[] values = new double[2 * customers];
        var patterns = new RepeatPattern[customers];
        for (int i = 0; i < customers; i++)
        {
            values[2 * i] = 40 + (10 * random.NextNormal());
            values[(2 * i) + 1] = random.NextDouble() < 0.3 ? 1 : 0;
            patterns[i] = new PurchaseSimulator(modelFor([values[2 * i], values[(2 * i) + 1]]), new SimulationOptions { Seed = random.NextBits(), MaxDegreeOfParallelism = 1 })
                .Simulate(1, Duration.Weeks(27), Duration.Weeks(39)).Patterns[0];
        }

        return new CovariatePurchases(patterns, FeatureMatrix.Create(Columns, values));
    }

    /// <summary>The same customers with their rows in another order.</summary>
    public static CovariatePurchases Reordered(CovariatePurchases data, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, data.Patterns.Count)];
        var random = new SeededRandom(seed);
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return new CovariatePurchases(
            [.. order.Select(row => data.Patterns[row])], FeatureMatrix.Create(data.Covariates.Columns, [.. order.SelectMany(row => data.Covariates.Row(row).ToArray())]));
    }

    /// <summary>The same customers with their covariates changed.</summary>
    public static CovariatePurchases With(CovariatePurchases data, ValueList<string> columns, Func<double[], double[]> change) => new(
        data.Patterns, FeatureMatrix.Create(columns, [.. Enumerable.Range(0, data.Patterns.Count).SelectMany(row => change(data.Covariates.Row(row).ToArray()))]));

    /// <summary>The likelihood of one customer and its gradient.</summary>
    public static double Evaluate(ICustomerLikelihood likelihood, int repeats, double active, double tenure, double[] logs, double[] gradient)
    {
        var batch = new CustomerBatch(logs.Length);
        batch.Repeats[0] = repeats;
        batch.Active[0] = active;
        batch.Tenure[0] = tenure;
        for (int i = 0; i < logs.Length; i++)
        {
            batch.Logs(i)[0] = logs[i];
        }

        batch.FillFrom(0);
        likelihood.Evaluate(batch);
        for (int i = 0; i < logs.Length; i++)
        {
            gradient[i] = batch.Slopes(i)[0];
        }

        return batch.Values[0];
    }
}
