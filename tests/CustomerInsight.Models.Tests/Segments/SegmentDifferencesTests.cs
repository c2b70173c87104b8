namespace CustomerInsight.Models.Tests;

public sealed class SegmentDifferencesTests
{
    private const int Customers = 600;

    private static readonly SegmentResult Planted = Draw(3, planted: true);

    [Fact]
    public void Differences_PlantedOnes_AreFoundWithTheirDirection()
    {
        SegmentDifferences found = Planted.Differences("vip");

        Assert.Equal((200, 400, 0), (found.FirstCustomers, found.SecondCustomers, found.InBoth));
        Assert.Null(found.Second);
        Assert.Equal(
            ["spend +", "last +", "letter +", "country +", "tags has 'a' +", "mail is known -"],
            found.Significant.Where(difference => difference.Trait is not "vip").OrderBy(difference => Array.IndexOf(["spend", "last", "letter", "country", "tags", "mail"], difference.Trait))
                .Select(difference => $"{(difference.Trait == "country" ? "country" : difference.Subject)} {(difference.Effect > 0 ? '+' : '-')}"));
        SegmentDifference country = found.Differences.Single(difference => difference.Trait == "country");
        Assert.Equal(("NL", DifferenceTest.ChiSquare, DifferenceMeasure.CramersV), (country.Text, country.Test, country.Measure));
        Assert.True(country.First.Share > country.Second.Share);
        SegmentDifference spend = found.Differences.Single(difference => difference.Trait == "spend");
        Assert.True(spend.First.Mean > spend.Second.Mean && spend.First.Median.Number > spend.Second.Median.Number);
        Assert.Contains(found.NotTested, untested => untested.Trait == "same");
        Assert.Contains(found.NotTested, untested => untested.Trait == "mail");
        Assert.Contains(found.NotTested, untested => untested is { Trait: "rare" } && untested.Reason.Contains("20 are needed", StringComparison.Ordinal));
        Assert.Equal(found.Differences.OrderByDescending(difference => difference.IsSignificant).ThenByDescending(difference => Math.Abs(difference.Effect)), found.Differences);
    }

    [Fact]
    public void Differences_ByHand_AreTheSame()
    {
        TraitTable table = Planted.Table;
        SegmentDifferences found = Planted.Differences("vip", new SegmentDifferenceOptions { NumberTest = DifferenceTest.Welch });
        bool[] isVip = [.. table["vip"]!.Read(value => value.Flag).Select(flag => flag == true)];
        double[] spend = [.. table["spend"]!.Read(value => value.Number).Select(value => value!.Value)];
        double[] own = [.. spend.Where((_, i) => isVip[i])];
        double[] others = [.. spend.Where((_, i) => !isVip[i])];

        SegmentDifference difference = found.Differences.Single(difference => difference.Trait == "spend");
        TestOutcome expected = WelchTest.Of([.. own.Order()], [.. others.Order()])!.Value;
        Assert.Equal((DifferenceTest.Welch, DifferenceMeasure.CohensD, expected.Statistic, expected.PValue, expected.Effect), (difference.Test, difference.Measure, difference.Statistic, difference.PValue, difference.Effect));
        Assert.Equal(own.Average(), difference.First.Mean!.Value, 1e-9);
        Assert.Equal(own.Order().Skip(99).Take(2).Average(), difference.First.Median.Number, 1e-9);
        double[] p = [.. found.Differences.Select(test => test.PValue)];
        double[] adjusted = BenjaminiHochberg.Adjust(p);
        Assert.Equal(adjusted, found.Differences.Select(test => test.AdjustedPValue));
        Assert.All(found.Differences, test => Assert.Equal(test.AdjustedPValue <= 0.05, test.IsSignificant));
        SegmentDifference letter = found.Differences.Single(test => test.Trait == "letter");
        Assert.Equal(table["letter"]!.Read(value => value.Flag).Where((_, i) => isVip[i]).Count(flag => flag == true) / 200.0, letter.First.Share!.Value, 1e-12);
    }

    [Fact]
    public void Differences_OfTwoSegments_LeaveOutWhoIsInBoth()
    {
        SegmentDifferences found = Planted.Differences("vip", "first half", new SegmentDifferenceOptions { Traits = ["spend", "noise"] });

        Assert.Equal(("first half", 100, 200, 100), (found.Second, found.FirstCustomers, found.SecondCustomers, found.InBoth));
        Assert.Equal(["noise", "spend"], found.Differences.Select(difference => difference.Trait).Distinct().Order());
        SegmentDifferences turned = Planted.Differences("first half", "vip", new SegmentDifferenceOptions { Traits = ["spend", "noise"] });
        Assert.All(found.Differences, difference => Assert.Equal(-difference.Effect, turned.Differences.Single(other => other.Trait == difference.Trait).Effect, 1e-12));
    }

    [Fact]
    public void Differences_OfTexts_TellTheMostCommonApart()
    {
        TraitTable table = Planted.Table;
        string?[] countries = [.. table["country"]!.ReadText(value => value.Text)];
        bool[] isVip = [.. table["vip"]!.Read(value => value.Flag).Select(flag => flag == true)];
        foreach (int most in new[] { 2, 3, 20 })
        {
            string[] common = [.. countries.GroupBy(text => text!).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(most).Where(group => group.Count() / 3.0 >= 5).Select(group => group.Key)];
            long[] Counts(bool vip) =>
                [.. common.Select(text => (long)countries.Where((country, i) => isVip[i] == vip && country == text).Count()), countries.Where((country, i) => isVip[i] == vip && !common.Contains(country)).Count()];
            TestOutcome expected = CountTest.OfTexts(Counts(true), Counts(false));

            SegmentDifference found = Planted.Differences("vip", new SegmentDifferenceOptions { MostTexts = most }).Differences.Single(difference => difference.Trait == "country");

            Assert.Equal((expected.Statistic, expected.PValue, "NL"), (found.Statistic, found.PValue, found.Text));
        }
    }

    [Fact]
    public void Differences_AnyNumberOfThreads_AreTheSame() => Assert.Equal(
        Planted.Differences("vip", new SegmentDifferenceOptions { MaxDegreeOfParallelism = 1 }), Planted.Differences("vip", new SegmentDifferenceOptions { MaxDegreeOfParallelism = 3 }));

    /// <summary>Where nothing differs, few comparisons may find something: with the adjustment one in twenty, without it most.</summary>
    [Fact]
    public void Differences_NothingToFind_SeldomFindSomething()
    {
        SegmentDifferences[] found = [.. Enumerable.Range(0, 100).Select(seed => Draw((ulong)seed + 100, planted: false).Differences("vip", new SegmentDifferenceOptions { Traits = ["spend", "noise", "last", "letter", "country", "tags", "mail"] }))];

        Assert.InRange(found.Count(comparison => comparison.Significant.Any()), 0, 12);
        Assert.InRange(found.Count(comparison => comparison.Differences.Any(difference => difference.PValue <= 0.05)), 20, 60);
    }

    [Fact]
    public void Describe_AndChart_ShowWhatIsSignificant()
    {
        SegmentDifferences found = Planted.Differences("vip", new SegmentDifferenceOptions { Traits = ["spend", "noise", "tags"] });

        string[] lines = found.Describe().Split('\n');
        Assert.Equal("'vip' (200 customers) against everyone else (400)", lines[0]);
        Assert.Matches(@"^  spend: median [0-9.,]+ against [0-9.,]+ \(Cliff's delta \+0\.\d\d, q < 0\.0001\)$", lines[1]);
        Assert.Contains("tags has 'a': ", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"subject\":\"spend\"", found.ToVegaLite(), StringComparison.Ordinal);
        Assert.DoesNotContain("noise", found.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_TooFewCustomersOrWrongOptions_SaySo()
    {
        SegmentDifferences few = Planted.Differences("vip", new SegmentDifferenceOptions { MinimumCustomers = 300 });
        Assert.Empty(few.Differences);
        Assert.Equal(Planted.Table.Columns.Count, few.NotTested.Count);
        Assert.Contains("between 1E-06 and 0.5", Assert.Throws<ArgumentException>(() => Planted.Differences("vip", new SegmentDifferenceOptions { FalseDiscoveryRate = 0 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Planted.Differences("vip", new SegmentDifferenceOptions { NumberTest = DifferenceTest.FisherExact }));
        Assert.Throws<ArgumentException>(() => Planted.Differences("nobody"));
        Assert.Contains("'Spend'", Assert.Throws<ArgumentException>(() => Planted.Differences("vip", new SegmentDifferenceOptions { Traits = ["spend", "Spend"] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Planted.Differences("vip", "first half", new SegmentDifferenceOptions { Traits = [""] }));
        Assert.Throws<ArgumentException>(() => Planted.Differences("vip", new SegmentDifferenceOptions { Traits = [null!] }));
    }

    [Fact]
    public void Differences_OneValueASide_AreNotTheSameForAll()
    {
        double[] sides = [.. Enumerable.Range(0, 60).Select(i => i < 25 ? 1d : 2)];
        TraitTable table = TraitTable.Create([.. Enumerable.Range(0, 60).Select(i => $"c{i:D2}")], null, [TraitColumn.Numbers("side", sides), TraitColumn.Numbers("same", [.. sides.Select(_ => 5d)])]);
        SegmentResult result = new SegmentEngine(new SegmentSet([new("first", new Trait("side").Is(1))]), table.Schema).Evaluate(table);

        ValueList<UntestedTrait> untested = result.Differences("first", new SegmentDifferenceOptions { NumberTest = DifferenceTest.Welch }).NotTested;

        Assert.Equal(["same", "side"], untested.Select(trait => trait.Trait).Order(StringComparer.Ordinal));
        Assert.Equal("It is the same for all customers.", untested.Single(trait => trait.Trait == "same").Reason);
        Assert.Contains("Use MannWhitney", untested.Single(trait => trait.Trait == "side").Reason, StringComparison.Ordinal);
        Assert.Equal(-1, Assert.Single(result.Differences("first").Significant).Effect);
    }

    private static SegmentResult Draw(ulong seed, bool planted)
    {
        var random = new SeededRandom(seed);
        string[] names = [.. Enumerable.Range(0, Customers).Select(i => $"c{i:D4}")];
        bool[] isVip = [.. Enumerable.Range(0, Customers).Select(i => i % 3 == 0)];
        bool Chance(double usual, double ofVip, int customer) => random.NextDouble() < (planted && isVip[customer] ? ofVip : usual);
        T[] Each<T>(Func<int, T> read) => [.. Enumerable.Range(0, Customers).Select(read)];
        TraitTable table = TraitTable.Create(names, new DateOnly(2024, 12, 31),
        [
            TraitColumn.Flags("vip", Each(i => (bool?)isVip[i])),
            TraitColumn.Numbers("position", Each(i => (double)i)),
            TraitColumn.Numbers("spend", Each(i => Math.Exp((3 * random.NextDouble()) + (planted && isVip[i] ? 1 : 0)))),
            TraitColumn.Numbers("noise", Each(_ => random.NextDouble())),
            TraitColumn.Numbers("same", Each(_ => 3d)),
            TraitColumn.Numbers("rare", Each(i => i < 15 ? i : double.NaN)),
            TraitColumn.Dates("last", Each(i => (DateOnly?)new DateOnly(2024, 12, 31).AddDays(-random.Next(planted && isVip[i] ? 60 : 100)))),
            TraitColumn.Flags("letter", Each(i => (bool?)Chance(0.4, 0.6, i))),
            TraitColumn.Texts("country", Each(i => Chance(0.3, 0.6, i) ? "NL" : random.Next(3) == 0 ? "BE" : $"x{random.Next(100)}")),
            TraitColumn.TextSets("tags", Each(i => (IEnumerable<string?>?)new[] { Chance(0.3, 0.6, i) ? "a" : null, random.Next(2) == 0 ? "b" : null })),
            TraitColumn.Texts("mail", Each(i => Chance(0.9, 0.7, i) ? $"m{i}@x.example" : null)),
        ]);
        return new SegmentEngine(new SegmentSet([new("vip", new Trait("vip").Is(true)), new("first half", new Trait("position").LessThan(Customers / 2))]), table.Schema).Evaluate(table);
    }
}
