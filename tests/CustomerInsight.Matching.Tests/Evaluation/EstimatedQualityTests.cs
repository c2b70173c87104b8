namespace CustomerInsight.Matching.Tests;

public class EstimatedQualityTests
{
    /// <summary>The sums of variances and covariances as the definition has them: min(p, q) − pq inside a group.</summary>
    [Fact]
    public void ComonotoneSums_AnyRun_AgreeWithTheDefinition() =>
        Prop.ForAll(People.Tables(40).ToArbitrary(), records =>
        {
            MatchResult result = Runs.Of(records).Matches()!;
            RightPairs sums = ComonotoneSums.Of(result, 0.6);
            var problem = new ClusterProblem { Nodes = result.Nodes.Count, LinkWeight = 0, Pairs = [.. result.Pairs.Select(pair => new NodeLink(Node(pair.Left), Node(pair.Right), pair.Weight))] };
            ValueList<int> groups = new ConnectedComponents().Cluster(problem, CancellationToken.None).Labels;
            (int Group, double P, bool Found)[] pairs = [.. result.Pairs.Select(pair => (groups[Node(pair.Left)], pair.Probability, pair.Probability >= 0.6))];
            double Covariance(Func<bool, bool, bool> both) => (from one in pairs from other in pairs where one.Group == other.Group && both(one.Found, other.Found) select Math.Min(one.P, other.P) - (one.P * other.P)).Sum();
            return Near(sums.FoundMean, pairs.Where(static pair => pair.Found).Sum(static pair => pair.P))
                && Near(sums.MissedMean, pairs.Where(static pair => !pair.Found).Sum(static pair => pair.P))
                && Near(sums.FoundVariance, Covariance(static (one, other) => one && other))
                && Near(sums.MissedVariance, Covariance(static (one, other) => !one && !other))
                && Near(sums.Covariance, Covariance(static (one, other) => one && !other))
                && sums.Found == pairs.Count(static pair => pair.Found);
            int Node(int record) => result.Nodes.NodeOf(record);
        }).Check(Quick.Tests(15));

    [Fact]
    public void Of_IndependentPairs_HasTheTextbookInterval()
    {
        var quality = EstimatedQuality.Of(0.9, new RightPairs(Found: 100, FoundMean: 95, FoundVariance: 4.75, MissedMean: 5, MissedVariance: 3, Covariance: 0), 0.95);

        double reach = 1.959963985 * Math.Sqrt(4.75) / 100 / (0.95 * 0.05);
        Assert.Equal(0.95, quality.Precision.Value, 1e-12);
        Assert.Equal(1 / (1 + Math.Exp(-(Math.Log(19) - reach))), quality.Precision.Low, 1e-8);
        Assert.Equal(1 / (1 + Math.Exp(-(Math.Log(19) + reach))), quality.Precision.High, 1e-8);
        Assert.Equal(0.95, quality.Recall.Value, 1e-12);
        double error = Math.Sqrt((25 * 4.75) + (95 * 95 * 3)) / 10_000;
        Assert.Equal(1 / (1 + Math.Exp(-(Math.Log(19) - (1.959963985 * error / (0.95 * 0.05))))), quality.Recall.Low, 1e-8);
    }

    [Fact]
    public void Of_ARun_ExpectsTheSumOfTheProbabilities()
    {
        MatchResult result = Runs.Of(MatchTrainerTests.Doubles(200)).Matches()!;

        var quality = EstimatedQuality.Of(result);

        Assert.Equal(result.Links.Count, quality.FoundPairs);
        Assert.Equal(result.Pairs.Where(static pair => pair.Probability >= 0.99).Sum(static pair => pair.Probability), quality.Correct, 1e-9);
        Assert.InRange(quality.Precision.Value, 0.99, 1);
        Assert.True(quality.Precision.Low <= quality.Precision.Value && quality.Precision.Value <= quality.Precision.High);
        Assert.Throws<ArgumentOutOfRangeException>(() => EstimatedQuality.Of(result, threshold: 0.001));
        Assert.Throws<ArgumentOutOfRangeException>(() => EstimatedQuality.Of(result, level: 1));
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9 * (1 + Math.Abs(other));
}
