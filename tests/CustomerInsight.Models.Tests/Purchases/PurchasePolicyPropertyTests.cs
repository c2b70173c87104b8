using static CustomerInsight.Models.Tests.DrawnPurchases;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class PurchasePolicyPropertyTests
{
    [Fact]
    public void From_AnyPolicies_AgreesWithThePlainDefinition() => Prop.ForAll(Any, shop =>
    {
        CustomerHistory[] histories = Histories(shop.Activities);
        var table = PurchaseTable.From(histories, AsOf, shop.Options);
        return table.AsOfDay == PlainSummary.DayOf(AsOf, shop.Options)
            && PlainSummary.Of(histories, AsOf, shop.Options, table.Currency).SequenceEqual(table.Customers.Select(row =>
                new PlainSummary(row.Customer, row.FirstDay, row.LastDay, row.Orders, row.Days, row.Revenue, row.RepeatRevenue)));
    }).Check(Quick.Tests(1_000));

    [Fact]
    public void From_AnyPolicies_CountsEachActivityOnce() => Prop.ForAll(Any, shop =>
    {
        var table = PurchaseTable.From(Histories(shop.Activities), AsOf, shop.Options);
        PurchaseReport report = table.Report;
        long counted = report.Purchases + report.Refunds + report.NettedRefunds + report.RefundedPurchases + report.ZeroAmounts + report.WithoutAmount
            + report.ImplausibleAmounts + report.OtherCurrencies.Sum(other => other.Activities);
        return counted == shop.Activities.Count(activity => activity.At <= AsOf && activity.Type == ActivityTypes.Purchase)
            && report.Orders == table.Customers.Sum(row => (long)row.Orders)
            && report.CustomersWithoutPurchases == table.WithoutPurchases.Count
            && (shop.Options.Refunds != RefundPolicy.LeaveOut || report.NettedRefunds == 0);
    }).Check(Quick.Tests(1_000));

    /// <summary>Law L11.</summary>
    [Fact]
    public void From_LaterActivities_ChangeNothing() => Prop.ForAll(Any, shop =>
    {
        CustomerActivity[] earlier = [.. shop.Activities.Where(activity => activity.At <= AsOf)];
        return PurchaseTable.FromActivities(shop.Activities, AsOf, shop.Options) == PurchaseTable.FromActivities(earlier, AsOf, shop.Options);
    }).Check(Quick.Tests(500));

    [Fact]
    public void From_AnyOrderAndThreads_GivesTheSameTable() => Prop.ForAll(Any, shop =>
    {
        var table = PurchaseTable.FromActivities(shop.Activities, AsOf, shop.Options);
        PurchaseOptions other = shop.Options;
        other.MaxDegreeOfParallelism = other.MaxDegreeOfParallelism == 1 ? 2 : 1;
        return table == PurchaseTable.FromActivities(shop.Activities.Reverse(), AsOf, other);
    }).Check(Quick.Tests(500));

    [Fact]
    public void From_LogHistoriesAndStream_GiveTheSameTable() => Prop.ForAll(Any, shop =>
    {
        CustomerActivity[] known = [.. shop.Activities.Where(activity => activity.At <= AsOf)];
        var table = PurchaseTable.From(Histories(known), AsOf, shop.Options);
        return table == PurchaseTable.FromActivities(known, AsOf, shop.Options)
            && table == PurchaseTable.FromActivitiesAsync(known.ToAsyncEnumerable(), AsOf, shop.Options).GetAwaiter().GetResult();
    }).Check(Quick.Tests(500));

    [Fact]
    public void Habits_AnyPolicies_AgreeWithThePlainDefinition() => Prop.ForAll(Any, shop =>
    {
        shop.Options.Habits = true;
        shop.Options.Refunds = RefundPolicy.LeaveOut;
        shop.Options.Rates.Clear();
        CustomerHistory[] histories = Histories(shop.Activities);
        var table = PurchaseTable.From(histories, AsOf, shop.Options);
        return table.Customers.All(row => PlainHabits.Agree(histories.Single(history => history.Customer == row.Customer), AsOf, shop.Options, table.Currency, row));
    }).Check(Quick.Tests(500));
}
