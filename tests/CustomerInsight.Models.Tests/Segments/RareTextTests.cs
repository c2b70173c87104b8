namespace CustomerInsight.Models.Tests;

/// <summary>Texts that few customers have: no test may take one of them for a difference.</summary>
public sealed class RareTextTests
{
    private static readonly SegmentDifferenceOptions OnlyTown = new() { Traits = ["town"] };

    [Fact]
    public void Differences_OneCustomerOfARareTown_AreNone()
    {
        SegmentDifference found = Towns((12, 6_000), (7, 3_998), (1, 2)).Differences("side", OnlyTown).Differences.Single(difference => difference.Aspect == DifferenceAspect.Value);

        Assert.Equal((DifferenceTest.ChiSquare, DifferenceMeasure.Phi, "t0"), (found.Test, found.Measure, found.Text));
        Assert.Equal(CountTest.OfAnswers(12, 20, 6_000, 10_000)!.Value.PValue, found.PValue);
        Assert.False(found.IsSignificant);
    }

    [Fact]
    public void Differences_OneCommonTownAndARareOne_AreTestedExactly()
    {
        SegmentDifference found = Towns((17, 9_990), (3, 10)).Differences("side", OnlyTown).Differences.Single(difference => difference.Aspect == DifferenceAspect.Value);

        TestOutcome expected = CountTest.OfAnswers(17, 20, 9_990, 10_000)!.Value;
        Assert.Equal((DifferenceTest.FisherExact, expected.PValue, expected.Effect, "t0"), (found.Test, found.PValue, found.Effect, found.Text));
        Assert.Equal((0.85, 0.999), (found.First.Share!.Value, found.Second.Share!.Value));
    }

    [Fact]
    public void Differences_ThreeCommonTownsAndARareOne_CountItWithTheLeastCommon()
    {
        SegmentDifference found = Towns((10, 400), (10, 300), (10, 300), (1, 0)).Differences("side", OnlyTown).Differences.Single(difference => difference.Aspect == DifferenceAspect.Value);

        TestOutcome expected = CountTest.OfTexts([10, 10, 11], [400, 300, 300]);
        Assert.Equal((DifferenceTest.ChiSquare, DifferenceMeasure.CramersV, expected.Statistic, expected.PValue), (found.Test, found.Measure, found.Statistic, found.PValue));
    }

    /// <summary>Where the sides do not differ, a twentieth of the tests says so by chance and no more, however the towns are spread and however small one side is.</summary>
    [Fact]
    public void Differences_TownsThatDoNotDiffer_SeldomFindSomething()
    {
        int found = 0;
        for (ulong seed = 1; seed <= 300; seed++)
        {
            var random = new SeededRandom(seed);
            (int First, int Second)[] towns = new (int, int)[60];
            for (int i = 0; i < 2_020; i++)
            {
                double drawn = random.NextDouble();
                ref (int First, int Second) town = ref towns[(int)(drawn * drawn * drawn * drawn * towns.Length)];
                town = i < 20 ? (town.First + 1, town.Second) : (town.First, town.Second + 1);
            }

            found += Towns(towns).Differences("side", OnlyTown).Differences.Count(difference => difference is { Aspect: DifferenceAspect.Value, PValue: <= 0.01 });
        }

        Assert.InRange(found, 0, 10);
    }

    private static SegmentResult Towns(params (int First, int Second)[] towns)
    {
        var sides = new List<bool?>();
        var names = new List<string?>();
        for (int town = 0; town < towns.Length; town++)
        {
            int customers = towns[town].First + towns[town].Second;
            sides.AddRange(Enumerable.Range(0, customers).Select(i => (bool?)(i < towns[town].First)));
            names.AddRange(Enumerable.Repeat($"t{town}", customers));
        }

        TraitTable table = TraitTable.Create([.. Enumerable.Range(0, sides.Count).Select(i => $"c{i:D6}")], null, [TraitColumn.Flags("side", sides), TraitColumn.Texts("town", names)]);
        return new SegmentEngine(new SegmentSet([new("side", new Trait("side").Is(true))]), table.Schema).Evaluate(table);
    }
}
