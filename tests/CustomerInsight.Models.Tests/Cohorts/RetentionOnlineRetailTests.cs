namespace CustomerInsight.Models.Tests;

/// <summary>The cohorts of the UK online shop: the customers and revenue of the purchase table, by month.</summary>
public sealed class RetentionOnlineRetailTests
{
    private static readonly Lazy<IReadOnlyList<CustomerHistory>> Histories = new(OnlineRetail.Read);

    [SharedFact]
    public void From_OnlineRetail_AddsUpToTheKnownCustomersAndRevenue()
    {
        RetentionTable table = RetentionTable.From(Histories.Value, OnlineRetail.AsOf, new RetentionOptions { Offsets = [.. Enumerable.Range(0, 14)] });
        RetentionTable net = RetentionTable.From(Histories.Value, OnlineRetail.AsOf, new RetentionOptions { Offsets = [13], NetRefunds = true });

        Assert.Equal((4_338, 34), (table.Report.Customers, table.Report.CustomersWithoutStart));
        Assert.Equal(8_911_407.904m, table.Total[^1].All.CumulativeRevenue);
        Assert.Equal(8_911_407.904m, table.Total.Sum(cell => cell.All.Revenue));
        Assert.Equal((8_905L, 40L, "GBP"), (table.Report.Refunds, table.Report.ZeroAmounts, table.Currency));
        Assert.Equal(13, table.Cohorts.Count);
        Assert.Equal((885, 1.0), (table.Cohorts[0].Customers, table.Cohorts[0].Cells[0].Rate));

        // The ninth of December 2011 closes November, not December.
        Assert.All(table.Cohorts.Index(), cohort => Assert.Equal(12 - cohort.Index, cohort.Item.Cells.Count(cell => !cell.IsCensored)));
        decimal refunds = Histories.Value.Sum(Refunds);
        Assert.Equal(8_911_407.904m + refunds, net.Total[0].All.CumulativeRevenue);
    }

    [SharedFact]
    public void Lifecycle_OnlineRetail_PutsEveryCustomerIntoAState()
    {
        var result = LifecycleResult.From(Histories.Value, OnlineRetail.AsOf);

        Assert.Equal(4_372, result.Census().States.Sum(state => state.Customers));
        Assert.Equal(34, result.Census().States[0].Customers);
        Assert.Equal(0, result.Report.WithoutActivity);
        Assert.Equal(4_338, result.Customers.Count(life => life.Path.Any(step => step.State == LifecycleStateNames.New)));
    }

    private static decimal Refunds(CustomerHistory customer)
    {
        CustomerActivity[] bought = [.. customer.Activities.Where(activity => activity.Value!.Value.Amount > 0)];
        return bought.Length == 0 ? 0 : customer.Activities.Where(activity => activity.Value!.Value.Amount < 0 && activity.At >= bought.Min(first => first.At)).Sum(activity => activity.Value!.Value.Amount);
    }
}
