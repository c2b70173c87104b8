namespace CustomerInsight.Matching.Tests;

public class RuleTests
{
    private static readonly MatchRule SameMail = new("same mailbox", Condition.Same("email"), BlockingRule.On("email"));
    private static readonly NoMatchRule OtherBirthday = new("other birthday", Condition.Not(Condition.Same("date_of_birth")));

    [Fact]
    public void Run_AMatchRule_LinksWhateverTheWeightAndNamesItself()
    {
        SourceRecord[] records = [Zoe("1", "1931-02-03"), People.Record("2", "s", "Mara", "Quint", "1977-11-09", "zoe@unseld.de", "0555000000", "Bari")];

        InsightRun run = Run(records, design => design with { MatchRules = [SameMail] });

        MatchLink link = Assert.Single(Links(run));
        Assert.Equal("same mailbox", link.Rule);
        Assert.True(double.IsFinite(link.Weight));
        Assert.Empty(Links(Run(records, design => design)));
        Assert.Contains(run.Report.Lines, line => line.Code == "links-by-rule");
    }

    [Fact]
    public void Run_AMatchRuleOutsideTheBudget_IsUsedAllTheSame()
    {
        SourceRecord[] records = [Zoe("1", "1931-02-03"), People.Record("2", "s", "Mara", "Quint", "1977-11-09", "zoe@unseld.de", "0555000000", "Bari")];

        Assert.Single(Links(Run(records, design => design with { MatchRules = [SameMail], BlockingRules = [BlockingRule.On("phone")] }, new MatchingOptions { PairsPerRecord = 1, LargestBlock = 2 })));
    }

    /// <summary>Of six with one phone, pairs are found in other ways too: by town, or because every pair is compared.</summary>
    [Theory]
    [InlineData(500, 0, 15, false)]
    [InlineData(5, 0, 0, false)]
    [InlineData(5, 0, 0, true)]
    [InlineData(5, 1_000_000, 0, false)]
    public void Run_AMatchRuleOnAHubValue_LinksNothing(int largestBlock, int everyPairUpTo, int links, bool refined)
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 6).Select(i => People.Record($"{i}", "s", $"{(char)('A' + i)}given", $"{(char)('Q' - i)}family", $"19{30 + (7 * i)}-0{i + 1}-1{i}", null, "0203000000", i < 3 ? "Ulm" : "Bari"))];
        var phone = BlockingRule.On("phone");
        var options = new MatchingOptions { LargestBlock = largestBlock, EveryPairUpTo = everyPairUpTo };

        InsightRun run = Run(records, design => design with { MatchRules = [new("same phone", Condition.Same("phone"), phone)], BlockingRules = [BlockingRule.On("city")], CandidateRules = everyPairUpTo == 0 ? [] : design.CandidateRules, BlockingParts = refined ? ["city"] : [] }, options);

        Assert.Equal(refined, run.Matches()!.Blocking.Rules.Any(static rule => rule.Oversize.Any(static block => block.RefinedBy is not null)));
        Assert.True(run.Matches()!.PairsCompared >= 6);
        Assert.Equal(links, Links(run).Count(static link => link.Rule == "same phone"));
    }

    [Fact]
    public void Run_ANoMatchRule_OutranksWeightAndMatchRule()
    {
        SourceRecord[] records = [Zoe("1", "1931-02-03"), Zoe("2", "1931-02-04"), Zoe("3", "1931-02-03", "Zoee")];

        Assert.Equal(3, Links(Run(records, design => design)).Length);
        foreach (ValueList<MatchRule> rules in new ValueList<MatchRule>[] { [], [SameMail] })
        {
            InsightRun run = Run(records, design => design with { NoMatchRules = [OtherBirthday], MatchRules = rules });

            Assert.Equal("1,3", string.Join(",", run.Records.Records.Where((_, i) => Links(run).Any(link => link.Left == i || link.Right == i)).Select(record => record.Key.Id)));
            Assert.Equal(2, run.Matches()!.Vetoes.Count(veto => veto.Reason == ApartReason.Rule && veto.Rule == "other birthday" && double.IsFinite(veto.Weight)));
            Assert.Contains(run.Report.Lines, line => line.Code == "kept-apart" && line.Count == 2);
        }
    }

    [Fact]
    public void Run_ANoMatchRule_HoldsForEveryPairOfACluster() =>
        Prop.ForAll(People.Tables(60).ToArbitrary(), records =>
        {
            InsightRun run = Run(records, design => design with { NoMatchRules = [OtherBirthday] });
            StandardizedColumn birthday = run.Records.Column(run.Records.Schema.IndexOf("date_of_birth"));
            return run.Clusters.Where(cluster => !Identical(run, cluster)).All(cluster => cluster.Records.All(left => cluster.Records.All(right => left == right || birthday.Ids(left).SequenceEqual(birthday.Ids(right)) || run.Matches()!.Copies(left).Contains(right))));
        }).Check(Quick.Tests(20));

    [Fact]
    public void Run_RulesOverAttributesThatNobodyHas_AreLeftOutByName()
    {
        InsightRun run = Run([Zoe("1", "1931-02-03")], design => design with { MatchRules = [new("same shoe", Condition.Same("shoe"), BlockingRule.On("email"))], NoMatchRules = [new("other hat", Condition.Not(Condition.Same("hat")))] });

        Assert.Contains("same shoe; other hat", run.Report.Lines.Single(line => line.Code == "design-left-out").Text, StringComparison.Ordinal);
    }

    private static bool Identical(InsightRun run, RecordCluster cluster) => run.Matches()!.Copies(cluster.Records[0]).Length >= cluster.Records.Count;

    private static SourceRecord Zoe(string id, string birthday, string given = "Zoe") => People.Record(id, "s", given, "Unseld", birthday, "zoe@unseld.de", "0203000000", "Ulm");

    private static MatchLink[] Links(InsightRun run) => [.. run.Matches()!.Links];

    private static InsightRun Run(SourceRecord[] records, Func<MatchDesign, MatchDesign> change, MatchingOptions? options = null) => new InsightEngine(new InsightSetup
    {
        RecordSources = ListSource.BySource(records),
        Stages = [new MatchingStage(schema => change(PeopleDesign.For(schema)), options, TaughtTrainer.Instance)],
    }).RunAsync().GetAwaiter().GetResult();
}
