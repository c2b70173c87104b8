namespace CustomerInsight.Models.Tests;

public sealed class ChurnDriversTests
{
    [Fact]
    public void Of_Segment_ComparesMeans()
    {
        ChurnPrediction[] predictions = [Prediction("a", 0.9, 2, -1), Prediction("b", 0.7, 1, -1), Prediction("c", 0.2, -1, -1), Prediction("d", 0.4, 0, -0.5), new("e", null, 0, [])];

        ChurnDrivers drivers = ChurnDrivers.Of(predictions, new HashSet<string> { "a", "b", "e" });

        Assert.Equal((2, 2), (drivers.Customers, drivers.Others));
        Assert.Equal(0.8, drivers.MeanProbability, 12);
        Assert.Equal(0.3, drivers.MeanElsewhere, 12);
        Assert.Equal(["x", "y"], drivers.Drivers.Select(driver => driver.Feature));
        Assert.Equal(2.0, drivers.Drivers[0].Difference, 12);
        Assert.Equal(1.0, drivers.Drivers[0].ShareRaised);
        Assert.Equal(-0.25, drivers.Drivers[1].Difference, 12);
        Assert.Equal(Math.Sqrt((0.5 / 2) + (0.5 / 2)), drivers.Drivers[0].StandardError, 12);
        Assert.Contains(ChurnDrivers.Caveat, drivers.Describe(), StringComparison.Ordinal);
        Assert.Contains("association, not cause", drivers.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Differences_AddUpToThatOfTheLogOdds() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var random = new SeededRandom((ulong)seed);
        ChurnPrediction[] predictions = [.. Enumerable.Range(0, 4 + random.Next(30)).Select(i => Prediction($"c{i}", random.NextDouble(), random.NextNormal(), random.NextNormal()))];
        ChurnPrediction[] segment = [.. predictions.Where((_, i) => i < 2 || random.Next(2) == 0)];
        ChurnPrediction[] others = [.. predictions.Except(segment)];
        if (others.Length == 0)
        {
            return;
        }

        ChurnDrivers drivers = ChurnDrivers.Of(predictions, segment.Select(prediction => prediction.Customer).ToHashSet());

        static double LogOdds(ChurnPrediction prediction) => prediction.Contributions.Sum(contribution => contribution.LogOdds);
        Assert.Equal(segment.Average(LogOdds) - others.Average(LogOdds), drivers.Drivers.Sum(driver => driver.Difference), 1e-9);
    }).Check(Quick.Tests(200));

    [Fact]
    public void Of_NobodyInTheSegment_SaysSo()
    {
        ChurnDrivers drivers = ChurnDrivers.Of([Prediction("a", 0.5, 1, 2)], new HashSet<string>());

        Assert.Equal(0, drivers.Customers);
        Assert.True(double.IsNaN(drivers.MeanProbability));
        Assert.StartsWith("0 customers leave with a chance of –", drivers.Describe(), StringComparison.Ordinal);
        Assert.Equal(double.NaN, drivers.Drivers[0].StandardError);
        Assert.Equal(.5, ChurnDrivers.Of([Prediction("a", 0.5, 1, 2), Prediction("b", 0.5, 2, 2)], new HashSet<string>()).Drivers.Single(driver => driver.Feature == "x").StandardError, 1e-12);
        Assert.Empty(ChurnDrivers.Of([], new HashSet<string>()).Drivers);
    }

    private static ChurnPrediction Prediction(string customer, double probability, double x, double y) =>
        new(customer, probability, 0, [new("x", 1, x), new("y", 1, y)]);
}
