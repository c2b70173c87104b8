namespace CustomerInsight.Models.Tests;

public sealed class RfmSegmentRulesTests
{
    private static readonly RfmSegmentRules Rules = new(RfmSegmentRules.Default);
    private static readonly PurchaseSummary Anyone = new("a", default, default, default, 1, 1, 1, 0, "EUR");

    [Fact]
    public void Default_EveryTripleOfEveryNumberOfBins_HasASegment()
    {
        for (int bins = 2; bins <= 10; bins++)
        {
            for (int i = 0; i < bins * bins * bins; i++)
            {
                var cell = new RfmCell(1 + (i / bins / bins), 1 + (i / bins % bins), 1 + (i % bins), bins);
                Assert.Contains(Rules.Choose(Anyone, cell).Name, Rules.Segments);
            }
        }
    }

    [Fact]
    public void Default_QuintileTriples_ReachEverySegment()
    {
        IEnumerable<string> reached =
            from r in Enumerable.Range(1, 5)
            from f in Enumerable.Range(1, 5)
            from m in Enumerable.Range(1, 5)
            select Rules.Choose(Anyone, new RfmCell(r, f, m, 5)).Name;

        Assert.Equal(Rules.Segments.Order(), reached.Distinct().Order());
        Assert.Equal(11, Rules.Segments.Count);
    }

    [Theory]
    [InlineData(5, 5, 5, RfmSegmentNames.Champions)]
    [InlineData(4, 4, 4, RfmSegmentNames.Champions)]
    [InlineData(5, 1, 1, RfmSegmentNames.NewCustomer)]
    [InlineData(5, 1, 5, RfmSegmentNames.NewCustomer)]
    [InlineData(3, 4, 4, RfmSegmentNames.Loyal)]
    [InlineData(4, 3, 3, RfmSegmentNames.Loyal)]
    [InlineData(4, 2, 2, RfmSegmentNames.PotentialLoyalist)]
    [InlineData(3, 1, 1, RfmSegmentNames.Promising)]
    [InlineData(3, 2, 3, RfmSegmentNames.NeedsAttention)]
    [InlineData(1, 5, 5, RfmSegmentNames.CannotLose)]
    [InlineData(2, 4, 4, RfmSegmentNames.AtRisk)]
    [InlineData(1, 3, 3, RfmSegmentNames.AtRisk)]
    [InlineData(2, 1, 2, RfmSegmentNames.AboutToSleep)]
    [InlineData(1, 2, 2, RfmSegmentNames.Hibernating)]
    [InlineData(1, 1, 1, RfmSegmentNames.Lost)]
    public void Default_TypicalScores_GetTheirName(int r, int f, int m, string name) =>
        Assert.Equal(name, Rules.Choose(Anyone, new RfmCell(r, f, m, 5)).Name);

    [Fact]
    public void Choose_OtherNumberOfBins_ScalesTheEnds()
    {
        Assert.Equal(RfmSegmentNames.Champions, Rules.Choose(Anyone, new RfmCell(10, 10, 10, 10)).Name);
        Assert.Equal(RfmSegmentNames.Champions, Rules.Choose(Anyone, new RfmCell(2, 2, 2, 2)).Name);
        Assert.Equal(RfmSegmentNames.Lost, Rules.Choose(Anyone, new RfmCell(1, 1, 1, 2)).Name);
    }

    [Fact]
    public void Choose_Rule_GivesItsWordsAsReason()
    {
        Assert.Equal("R ≥ 4 and (F+M)/2 ≥ 4", Rules.Choose(Anyone, new RfmCell(5, 5, 5, 5)).Reason);
        Assert.Equal("everyone left", Rules.Choose(Anyone, new RfmCell(1, 1, 1, 5)).Reason);
        Assert.Equal("2 ≤ M < 3.5", new RfmSegmentRule("x") { Monetary = new(2, 3.5) }.Describe());
    }

    [Fact]
    public void Choose_NoRuleMatches_SaysWhatToAdd()
    {
        var rules = new RfmSegmentRules([new RfmSegmentRule("good") { Recency = new(3, null) }]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => rules.Choose(Anyone, new RfmCell(1, 2, 3, 5)));
        Assert.Contains("1-2-3", error.Message, StringComparison.Ordinal);
        Assert.Contains("Add a last rule", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_TwoRulesOfOneName_ListsItOnce() =>
        Assert.Equal(["a", "b"], new RfmSegmentRules([new("a") { Recency = new(4, null) }, new("b") { Recency = new(2, null) }, new("a")]).Segments);
}
