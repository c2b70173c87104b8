using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

/// <summary>What a host's own model of values may give, and what it may not.</summary>
public sealed class HostValuesTests
{
    private static readonly LifetimeValueModel Model =
        new(new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week), new GammaGammaModel(6.25, 3.74, 15.44), "EUR", Duration.Days(365), DiscountRate.None);

    private static readonly PurchaseTable Table = Drawn(30, 5);

    [Fact]
    public void Of_OwnListOfTheTable_IsTaken() =>
        Assert.Equal(LifetimeValueResult.Of(Table, Model).Customers, LifetimeValueResult.Of(Table, new Host((rows, _) => Model.Predict(rows))).Customers);

    [Fact]
    public void Of_OwnListOfTheSameCustomers_IsTaken() =>
        Assert.Equal(Model.Predict(Table.Customers[4]).Customer, LifetimeValueResult.Of(Table, new Host((rows, _) => Model.Predict([.. rows]))).Find(Table.Customers[4].Customer)!.Customer);

    [Fact]
    public void Of_OwnListOfOtherCustomers_IsRefused()
    {
        Assert.Contains("the value of another customer at 0", Refused((rows, _) => Model.Predict([.. rows.Reverse()])), StringComparison.Ordinal);
        Assert.Contains("29 values for 30 customers", Refused((rows, _) => Model.Predict([.. rows.Skip(1)])), StringComparison.Ordinal);
        Assert.Contains("the value of another customer", Refused((_, _) => Model.Predict(DrawnHistories(30, 6).Select((history, i) => Drawn(31, 6).Customers[i + 1]).ToArray())), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingOrNoNumber_IsRefused()
    {
        Assert.Contains("Host gave no list of values", Refused((_, _) => null!), StringComparison.Ordinal);
        Assert.Contains("null in the place of the value at 3", Refused((_, values) => [.. values.Select((value, i) => i == 3 ? null! : value)]), StringComparison.Ordinal);
        Assert.Contains("no finite number at 2", Refused((_, values) => [.. values.Select((value, i) => i == 2 ? value with { ExpectedSpend = double.NaN } : value)]), StringComparison.Ordinal);
        Assert.Contains("no finite number at 0", Refused((_, values) => [.. values.Select(value => value with { DiscountedPurchasesIfAlive = double.PositiveInfinity })]), StringComparison.Ordinal);
    }

    private static string Refused(Func<IReadOnlyList<PurchaseSummary>, IReadOnlyList<CustomerLifetimeValue>, IReadOnlyList<CustomerLifetimeValue>> predict) =>
        Assert.Throws<InvalidOperationException>(() => LifetimeValueResult.Of(Table, new Host(predict))).Message;

    private sealed class Host(Func<IReadOnlyList<PurchaseSummary>, IReadOnlyList<CustomerLifetimeValue>, IReadOnlyList<CustomerLifetimeValue>> predict) : ILifetimeValueModel
    {
        public IReadOnlyList<CustomerLifetimeValue> Predict(IReadOnlyList<PurchaseSummary> customers, CancellationToken cancellationToken = default) =>
            predict(customers, Model.Predict(customers, cancellationToken));
    }
}
