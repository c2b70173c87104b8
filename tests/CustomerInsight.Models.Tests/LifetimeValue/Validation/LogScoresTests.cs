namespace CustomerInsight.Models.Tests;

public sealed class LogScoresTests
{
    private static readonly IPurchaseModel[] Models = [new NbdModel(1, 200, TimeUnit.Day), new NbdModel(0.5, 150, TimeUnit.Day)];

    [Fact]
    public void Difference_ManyRowsBesideAHeavyOne_IsThatOfAllButForTheErrorItStates()
    {
        // As in any shop: one pattern of most customers, and more than 10,000 patterns of one customer each.
        var patterns = new List<RepeatPattern>(Enumerable.Repeat(new RepeatPattern(0, 0, 300), 60_000));
        patterns.AddRange(Enumerable.Range(0, 25_000).Select(i => new RepeatPattern(1 + (i % 25), 1 + (i / 25 % 100), 150 + (i / 2_500))));
        var holdout = PurchaseHoldout.FromPatterns(patterns, [.. patterns.Select(pattern => pattern.Repeats / 5)], Duration.Days(50));
        var scores = LogScores.Of(holdout, Models, FixedChunks.Parallel(0, default));

        double[] differences = [.. holdout.Patterns.Zip(holdout.Purchases, (pattern, purchases) =>
            Math.Log(Models[0].ProbabilityOf(pattern, purchases, holdout.Length)) - Math.Log(Models[1].ProbabilityOf(pattern, purchases, holdout.Length)))];
        double mean = differences.Average();
        double error = Math.Sqrt(differences.Average(difference => (difference - mean) * (difference - mean)) / 10_000);
        (double found, double stated) = scores.Difference(0, 1);
        CloseTo.Relative(error, stated, 0.05);
        Assert.InRange((found - mean) / error, -3, 3);
    }
}
