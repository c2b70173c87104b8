namespace CustomerInsight.Models;

/// <summary>The log of the probability that each model gives to what customers did in the holdout.</summary>
internal sealed class LogScores
{
    private const int MostCustomers = 10_000;

    // What underflows, and a model that thinks it impossible, weighs as much as the smallest probability there is.
    private const double Smallest = -745;

    private readonly (RepeatPattern Pattern, int Purchases, int Customers)[] _customers;
    private readonly double[][] _scores;

    private LogScores((RepeatPattern Pattern, int Purchases, int Customers)[] customers, double[][] scores) => (_customers, _scores) = (customers, scores);

    public static LogScores Of(PurchaseHoldout holdout, IReadOnlyList<IPurchaseModel> models, ParallelOptions parallel)
    {
        var distinct = holdout.PatternArray.Zip(holdout.PurchaseArray)
            .GroupBy(static customer => customer)
            .Select(static group => (Pattern: group.Key.First, Purchases: group.Key.Second, Customers: group.Count()))
            .ToList();
        distinct.Sort(static (left, right) =>
        {
            int order = RepeatPattern.Compare(left.Pattern, right.Pattern);
            return order != 0 ? order : left.Purchases.CompareTo(right.Purchases);
        });
        (RepeatPattern Pattern, int Purchases, int Customers)[] customers = distinct.Count > MostCustomers ? Sample(distinct) : [.. distinct];
        return new LogScores(customers, [.. models.Select(model => Score(model, customers, holdout.Length, parallel))]);
    }

    public double Mean(int model) => Weighted(_scores[model]).Mean;

    /// <summary>How much better one model is than another, with the standard error of that over customers.</summary>
    public (double Mean, double StandardError) Difference(int better, int worse)
    {
        double[] differences = new double[_customers.Length];
        for (int i = 0; i < differences.Length; i++)
        {
            differences[i] = _scores[better][i] - _scores[worse][i];
        }

        return Weighted(differences);
    }

    // Every n-th customer of the canonical order, not every n-th distinct row: a row counts as often as it is drawn, so that customers stay the draws that the standard error takes them for.
    private static (RepeatPattern Pattern, int Purchases, int Customers)[] Sample(List<(RepeatPattern Pattern, int Purchases, int Customers)> distinct)
    {
        long all = distinct.Sum(static row => (long)row.Customers);
        var drawn = new List<(RepeatPattern Pattern, int Purchases, int Customers)>(MostCustomers);
        long passed = 0;
        int taken = 0;
        foreach ((RepeatPattern pattern, int purchases, int customers) in distinct)
        {
            passed += customers;

            // Draw i is the customer at (i + 1/2) · all / MostCustomers.
            int upTo = (int)(((passed * MostCustomers) + (all / 2)) / all);
            if (upTo > taken)
            {
                drawn.Add((pattern, purchases, upTo - taken));
                taken = upTo;
            }
        }

        return [.. drawn];
    }

    private static double[] Score(IPurchaseModel model, (RepeatPattern Pattern, int Purchases, int Customers)[] customers, Duration ahead, ParallelOptions parallel)
    {
        double[] scores = new double[customers.Length];
        FixedChunks.Run(scores.Length, 64, parallel, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                scores[i] = Math.Max(Smallest, Math.Log(model.ProbabilityOf(customers[i].Pattern, customers[i].Purchases, ahead)));
            }

            return to - from;
        });
        return scores;
    }

    private (double Mean, double StandardError) Weighted(double[] values)
    {
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            weight += _customers[i].Customers;
            sum += _customers[i].Customers * values[i];
        }

        double mean = sum / weight;
        double squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            squares += _customers[i].Customers * (values[i] - mean) * (values[i] - mean);
        }

        return (mean, weight > 1 ? Math.Sqrt(squares / (weight - 1) / weight) : 0);
    }
}
