using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class PurchaseTablePropertyTests
{
    private static readonly Gen<CustomerActivity> Activity =
        from customer in Gen.Elements("a", "b", "c")
        from hours in Gen.Choose(-2_000, 500)
        from cents in Gen.Choose(-300, 3_000)
        from order in Gen.Elements(null, "1", "2")
        from currency in Gen.Elements("EUR", "EUR", "EUR", "USD")
        from id in Gen.Choose(0, 1_000_000)
        select Bought(customer, AsOf.AddHours(hours), cents / 100m, order, currency, id);

    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly Arbitrary<CustomerActivity[]> Activities = Activity.ArrayOf().ToArbitrary();

    [Fact]
    public void From_ActivitiesAfterTheAsOfMoment_ChangeNothing() => Prop.ForAll(
        Activities, activities => PurchaseTable.From(Histories(activities), AsOf) == PurchaseTable.From(Histories(activities.Where(activity => activity.At <= AsOf)), AsOf)).Check(Quick.Tests(500));

    [Fact]
    public void From_AnyOrderOfCustomersAndActivities_GivesTheSameTable() => Prop.ForAll(
        Activities, activities => PurchaseTable.From(Histories(activities), AsOf) == PurchaseTable.From([.. Histories(activities.Reverse()).Reverse()], AsOf)).Check(Quick.Tests(500));

    [Fact]
    public void From_AnyActivities_CountsEachOnce() => Prop.ForAll(Activities, activities =>
    {
        PurchaseReport report = PurchaseTable.From(Histories(activities), AsOf).Report;
        long counted = report.Purchases + report.Refunds + report.ZeroAmounts + report.WithoutAmount + report.ImplausibleAmounts
            + report.OtherCurrencies.Sum(other => other.Activities);
        return counted == activities.Count(activity => activity.At <= AsOf);
    }).Check(Quick.Tests(500));

    [Fact]
    public void From_AnyActivities_AgreesWithThePlainDefinition() => Prop.ForAll(Activities, activities =>
    {
        var table = PurchaseTable.From(Histories(activities), AsOf);
        return table.Customers.All(row =>
        {
            CustomerActivity[] own = [.. activities.Where(activity => activity.Customer.Value == row.Customer && activity.At <= AsOf && activity.Value!.Value.Amount > 0 && activity.Value.Value.Currency == table.Currency)];
            DateTime[] days = [.. own.Select(activity => activity.At.UtcDateTime.Date).Distinct().Order()];
            decimal repeat = own.Where(activity => activity.At.UtcDateTime.Date != days[0]).Sum(activity => activity.Value!.Value.Amount);
            int orders = own.Where(activity => activity.Order is not null).Select(activity => activity.Order).Distinct().Count()
                + own.Where(activity => activity.Order is null).Select(activity => activity.At.UtcDateTime.Date).Distinct().Count();
            return row.Days == days.Length && row.Revenue == own.Sum(activity => activity.Value!.Value.Amount) && row.RepeatRevenue == repeat && row.Orders == orders
                && row.TenureDays == (AsOf.UtcDateTime.Date - days[0]).Days && row.DaysSinceLast == (AsOf.UtcDateTime.Date - days[^1]).Days && row.Pattern.IsValid;
        });
    }).Check(Quick.Tests(500));

    private static CustomerHistory[] Histories(IEnumerable<CustomerActivity> activities)
    {
        ILookup<string, CustomerActivity> own = activities.ToLookup(activity => activity.Customer.Value);
        return [.. Names.Select(name => new CustomerHistory(name, null, [.. own[name]]))];
    }
}
