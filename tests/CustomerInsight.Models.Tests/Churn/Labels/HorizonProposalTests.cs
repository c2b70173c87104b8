namespace CustomerInsight.Models.Tests;

public sealed class HorizonProposalTests
{
    [Fact]
    public void From_FewGaps_IsTheProductLimit()
    {
        // Gaps of 10, 20 and 30 days; customers seen last 5, 25, 100 and 0 days before.
        CustomerHistory[] histories =
        [
            Shop.History("a", Shop.Bought("a", 15, 1), Shop.Bought("a", 5, 1)),
            Shop.History("b", Shop.Bought("b", 45, 1), Shop.Bought("b", 25, 1)),
            Shop.History("c", Shop.Bought("c", 130, 1), Shop.Bought("c", 100, 1), Shop.Bought("c", 99, -1), Shop.Bought("c", 98, 0)),
            Shop.History("d", Shop.Bought("d", 0, 1)),
        ];

        var proposal = HorizonProposal.From(histories, Shop.AsOf, .9);

        // At risk: on day 10 five (not those last seen 0 and 5 days before), on day 20 four, on day 30 two.
        Assert.Equal([10, 20, 30], proposal.Returns.Select(static point => point.Days));
        double[] away = [.8, .8 * .75, .8 * .75 * .5];
        Assert.Equal(away.Select(static share => 1 - share), proposal.Returns.Select(static point => point.Share), static (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.Equal((3, 4, 30), (proposal.Gaps, proposal.Open, proposal.Days!.Value));
        Assert.Equal(20, proposal.DaysUntil(.57));
        Assert.Equal(10, HorizonProposal.From(histories, Shop.AsOf, .2).Days);
        Assert.Contains("horizon of 30 days", proposal.Describe(), StringComparison.Ordinal);
        Assert.Contains("\"days\":10", proposal.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void From_CustomersWhoNeverCameBack_ProposesNothing()
    {
        var proposal = HorizonProposal.From([Shop.History("a", Shop.Bought("a", 15, 1))], Shop.AsOf);

        Assert.Null(proposal.Days);
        Assert.Equal(0, proposal.EverReturns);
        Assert.Throws<InvalidOperationException>(() => proposal.DaysUntil(.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => HorizonProposal.From(new ActivityLog(), Shop.AsOf, 0));
        Assert.Contains("no horizon", proposal.Describe(), StringComparison.Ordinal);
    }

    [SharedFact]
    public void From_Cdnow_LooksNotPastTheMoment()
    {
        ActivityLog log = Cdnow.ReadSample();
        var whole = HorizonProposal.From(log, Cdnow.CalibrationEnd);

        Assert.Equal(HorizonProposal.From(log.Until(Cdnow.CalibrationEnd), Cdnow.CalibrationEnd), whole);
        Assert.Equal(165, whole.Days);
        Assert.True(whole.EverReturns is > .4 and < .8);
        Assert.NotEqual(whole, HorizonProposal.From(log, Cdnow.HoldoutEnd));
    }
}
