namespace CustomerInsight.Matching.Tests;

public class PairLevelsTests
{
    [Fact]
    public void FindAll_AnyPairsOfPeople_AreTheLevelsOfTheLadderReadRungByRung() =>
        Prop.ForAll(People.Tables(30).ToArbitrary(), static records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            return AreAsDefined(PeopleDesign.For(table.Schema).Comparisons, table);
        }).Check(Quick.Tests(150));

    [Fact]
    public void FindAll_ComparisonsOfEveryKind_AreTheLevelsOfTheLadderReadRungByRung() =>
        Prop.ForAll(People.Tables(30).ToArbitrary(), static records =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            return AreAsDefined(Kinds, table);
        }).Check(Quick.Tests(150));

    [Fact]
    public void FindAll_MorePairsThanTheMemoTries_AreStillRight()
    {
        // Few values in many records, so that levels come from memory, and pairs of values share slots.
        StandardizedTable table = StandardizedTable.Of(People.Random(7, 400));
        Assert.True(AreAsDefined(PeopleDesign.For(table.Schema).Comparisons, table));
    }

    [Fact]
    public void Weigh_AnyPairs_AreTheWeightsWhereTheyReachWhatIsAskedFor() =>
        Prop.ForAll(People.Tables(30).ToArbitrary(), Gen.Elements(double.NegativeInfinity, -20, -6.6, -1, 0, 2.5, 9, 40).ToArbitrary(), static (records, atLeast) =>
        {
            StandardizedTable table = StandardizedTable.Of(records);
            IPairScorer scorer = MatchModelTests.Model(table, householdShare: 0.01).Prepare(table).CreateScorer();
            (int Left, int Right)[] pairs = [.. Pairs(table.Count)];
            double[] weights = new double[pairs.Length];
            scorer.Weigh([.. pairs.Select(static pair => pair.Left)], [.. pairs.Select(static pair => pair.Right)], atLeast, weights);
            return pairs.Select((pair, i) => (Exact: scorer.Weight(pair.Left, pair.Right), Found: weights[i])).All(weight => weight.Exact >= atLeast ? weight.Found == weight.Exact : weight.Found < atLeast);
        }).Check(Quick.Tests(200));

    [Fact]
    public void Weigh_AScorerOfAHost_WeighsPairByPair()
    {
        IPairScorer scorer = new DifferenceScorer();
        double[] weights = new double[2];
        scorer.Weigh([3, 9], [1, 2], 5, weights);
        Assert.Equal([2, 7], weights);
    }

    [Fact]
    public void Weigh_ManyPairs_AllocatesNothing()
    {
        StandardizedTable table = StandardizedTable.Of(People.Random(3, 300));
        IPairScorer scorer = MatchModelTests.Model(table, householdShare: 0.01).Prepare(table).CreateScorer();
        (int Left, int Right)[] pairs = [.. Pairs(table.Count)];
        int[] left = [.. pairs.Select(static pair => pair.Left)];
        int[] right = [.. pairs.Select(static pair => pair.Right)];
        double[] weights = new double[pairs.Length];
        scorer.Weigh(left, right, -6.6, weights);

        // The runtime may allocate a little once, where it puts better code in the place of what was called often.
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            scorer.Weigh(left, right, -6.6, weights);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Theory]
    [InlineData("1980-04-05", "1980-04-05", 0)]
    [InlineData("1980-04-05", "1980-05-04", 0)]
    [InlineData("1980-04-05", "1980-04-06", 1)]
    [InlineData("1980", "1980", 1)]
    public void FindAll_DayAndMonthSwapped_HoldsForEqualDatesToo(string left, string right, int level)
    {
        StandardizedTable table = StandardizedTable.Of([People.Record("1", "s", null, null, left), People.Record("2", "s", null, null, right)]);
        var pairs = new PairLevels([new Comparison("birth", ["date_of_birth"], [new("swapped", Condition.DayAndMonthSwapped("date_of_birth"))])], PairTestCompiler.For(table));
        var batch = new PairBatch();
        batch.Add(0, 1);
        pairs.Load(batch);
        pairs.FindAll();
        Assert.Equal(level, pairs.Levels(0)[0]);
    }

    [Fact]
    public void Weigh_LevelsAdjustedByAnotherColumnAndSeveralColumnsRequired_LosesNoPair() =>
        Prop.ForAll(People.Tables(20).ToArbitrary(), Gen.Elements(-8.0, -4, -1, 0, 2, 6).ToArbitrary(), static (records, atLeast) =>
        {
            // Every city is common, so that each adjustment takes away; and what is missing of two required attributes shows only with the level.
            StandardizedTable table = StandardizedTable.Of(records);
            var cities = new TermFrequencies(10, [new("leeds", 5), new("leads", 4), new("york", 4)]);
            var model = new MatchModel(
                0.05,
                [
                    new(new Comparison("name", ["given_name"], [new("alike", Condition.Similar("given_name", Comparators.JaroWinkler, 0.8)) { TermFrequency = "city" }]), [new("alike", 0.9, 0.01), new("different", 0.1, 0.99)]),
                    new(new Comparison("both", ["phone", "city"], [new("same", Condition.Same("phone"))]), [new("same", 0.1, 0.4), new("different", 0.1, 0.6)]),
                ],
                new Dictionary<string, TermFrequencies> { ["city"] = cities },
                IdentifierPolicies.Default,
                1);
            IPairScorer scorer = model.Prepare(table).CreateScorer();
            (int Left, int Right)[] pairs = [.. Pairs(table.Count)];
            double[] weights = new double[pairs.Length];
            scorer.Weigh([.. pairs.Select(static pair => pair.Left)], [.. pairs.Select(static pair => pair.Right)], atLeast, weights);
            return pairs.Select((pair, i) => (Exact: scorer.Weight(pair.Left, pair.Right), Found: weights[i])).All(weight => weight.Exact >= atLeast ? weight.Found == weight.Exact : weight.Found < atLeast);
        }).Check(Quick.Tests(300));

    private static ValueList<Comparison> Kinds =>
    [
        new("none required", [], [new("unsaid", Condition.Missing("city")) { IsSilent = true }, new("same", Condition.Same("city")), new("alike", Condition.Similar("city", Comparators.JaroWinkler, 0.7))]),
        new("two required", ["city", "phone"], [new("same", Condition.All(Condition.Same("city"), Condition.Same("phone"))), new("either", Condition.Any(Condition.Same("city"), Condition.EditsWithin("phone", 2)))]),
        new("not first the same", ["given_name"], [new("begins", Condition.Beginning("given_name", 2)), new("same", Condition.Same("given_name")), new("other", Condition.Not(Condition.SharesWord("given_name")))]),
        new("crossed in the middle", ["family_name"], [new("near", Condition.EditsWithin("family_name", 1)), new("crossed", Condition.Crossed("family_name", "given_name")), new("alike", Condition.Similar("family_name", Comparators.JaroWinkler, 0.5))]),
        new("silent in the middle", ["date_of_birth"], [new("same", Condition.Same("date_of_birth", ValuePart.Date)), new("swapped", Condition.DayAndMonthSwapped("date_of_birth")) { IsSilent = true }, new("near", Condition.DaysWithin("date_of_birth", 400))]),
        new("grams", ["email"], [new("same", Condition.Same("email")), new("alike", Condition.Similar("email", Comparators.QGrams(SetSimilarity.Dice), 0.5)), new("user", Condition.Similar("email", Comparators.Levenshtein, 0.5, ValuePart.EmailUser))]),
    ];

    private static bool AreAsDefined(ValueList<Comparison> comparisons, StandardizedTable table)
    {
        var compiler = PairTestCompiler.For(table);
        var levels = new PairLevels(comparisons, compiler);
        CompiledComparison[] ladders = [.. comparisons.Select(comparison => new CompiledComparison(comparison, compiler))];
        var batch = new PairBatch();
        int[] found = new int[levels.Count];
        bool right = true;
        foreach ((int l, int r) in Pairs(table.Count))
        {
            batch.Add(l, r);
            if (batch.IsFull)
            {
                Check();
            }
        }

        Check();
        return right;

        void Check()
        {
            levels.Load(batch);
            levels.FindAll();
            for (int pair = 0; pair < batch.Count; pair++)
            {
                levels.Gather(pair, found);
                right &= ladders.Select(ladder => ladder.Level(batch.Left(pair), batch.Right(pair))).SequenceEqual(found);
            }

            batch.Clear();
        }
    }

    private static IEnumerable<(int Left, int Right)> Pairs(int count) => Enumerable.Range(0, count).SelectMany(left => Enumerable.Range(0, count).Select(right => (left, right)));

    private sealed class DifferenceScorer : IPairScorer
    {
        public double Weight(int left, int right) => left - right;

        public PairEvidence Explain(int left, int right) => new(Weight(left, right), 0, default);
    }
}
