using System.Text.Json;
using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class LifetimeValueResultTests
{
    private static readonly LifetimeValueModel Model =
        new(new BgNbdModel(.2426, 4.4136, .7929, 2.4259, TimeUnit.Week), new GammaGammaModel(6.25, 3.74, 15.44), "EUR", Duration.Days(365), DiscountRate.None);

    private static readonly PurchaseTable Table = Drawn(103, 5);
    private static readonly LifetimeValueResult Result = LifetimeValueResult.Of(Table, Model);

    [Fact]
    public void Of_Model_ValuesEachCustomerInOrder()
    {
        Assert.Equal(Table.Customers, Result.Customers.Select(value => value.Purchases));
        Assert.Equal(Model, Result.Model);
        Assert.Null(Result.Fit);
        Assert.Equal(("EUR", Table.AsOfDay), (Result.Currency, Result.AsOfDay));
        Assert.Equal(Result.Customers[9], Result.Find(Table.Customers[9].Customer));
        Assert.Null(Result.Find("nobody"));
        CloseTo.Relative(Result.Customers.Sum(value => value.Value), Result.Total, 1e-12);
        Assert.Equal("lifetime values of 103 customers as of 2024-12-31", Result.ToString());
    }

    [Fact]
    public void Groups_Tenths_AreThePlainDefinition()
    {
        CustomerLifetimeValue[] ranked = [.. Result.Customers.OrderByDescending(value => value.Value).ThenBy(value => value.Customer, StringComparer.Ordinal)];
        ValueList<ValueGroup> groups = Result.Groups();

        Assert.Equal([11, 11, 11, 10, 10, 10, 10, 10, 10, 10], groups.Select(group => group.Customers));
        int start = 0;
        double before = 0;
        foreach (ValueGroup group in groups)
        {
            CustomerLifetimeValue[] members = ranked[start..(start += group.Customers)];
            before += members.Sum(value => value.Value);
            CloseTo.Relative(members.Sum(value => value.Value), group.Value, 1e-12);
            CloseTo.Relative(members.Average(value => value.Value), group.MeanValue, 1e-12);
            CloseTo.Relative(group.Value / Result.Total, group.ValueShare, 1e-12);
            CloseTo.Relative(before / Result.Total, group.CumulativeShare, 1e-9);
            CloseTo.Relative(members.Average(value => value.ProbabilityAlive), group.MeanProbabilityAlive, 1e-12);
            Assert.Equal(members[^1].Value, group.LeastValue);
            Assert.Equal(members.Sum(value => value.Purchases.Revenue), group.Revenue);
        }

        Assert.Equal(103, Result.Groups(1_000).Count);
        Assert.Equal(ranked.Take(7), Result.Top(7));
        Assert.Equal(103, Result.Top(1_000).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Result.Groups(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Result.Top(-1));
    }

    [Fact]
    public void Groups_EqualValues_AreInTheOrderOfTheNames()
    {
        LifetimeValueResult result = LifetimeValueResult.Of(Table, new Flat());

        Assert.Equal(Table.Customers.Take(5).Select(customer => customer.Customer), result.Top(5).Select(value => value.Customer));
        Assert.Equal(0, result.Groups(1)[0].ValueShare);
    }

    [Fact]
    public void Describe_Result_HasTenthsAndNobodysName()
    {
        string text = Result.Describe();

        Assert.StartsWith("103 customers as of 2024-12-31 are worth ", text, StringComparison.Ordinal);
        Assert.Contains("EUR over the next 365 days", text, StringComparison.Ordinal);
        Assert.Contains("90–100 %", text, StringComparison.Ordinal);
        Assert.DoesNotContain("c00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToVegaLite_Result_HoldsTheTenths()
    {
        using var json = JsonDocument.Parse(Result.ToVegaLite());

        Assert.Equal(10, json.RootElement.GetProperty("data").GetProperty("values").GetArrayLength());
    }

    [Fact]
    public void Of_TooLittle_IsEmptyAndSaysWhy()
    {
        LifetimeValueResult result = LifetimeValueResult.Of(Drawn(20, 5), new LifetimeValueEstimator());

        Assert.Null(result.Model);
        Assert.Empty(result.Customers);
        Assert.Empty(result.Groups());
        Assert.Empty(result.Top(3));
        Assert.Null(result.Find("c00001"));
        Assert.Equal(0, result.Total);
        Assert.Contains("too little data", result.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Equals_SameInput_IsTrue()
    {
        LifetimeValueResult again = LifetimeValueResult.Of(Drawn(103, 5), Model);

        Assert.True(Result == again);
        Assert.Equal(Result.GetHashCode(), again.GetHashCode());
        Assert.True(Result != LifetimeValueResult.Of(Drawn(103, 6), Model));
        Assert.True(Result != LifetimeValueResult.Of(Table, new LifetimeValueModel(Model.Purchases, Model.Spend, "EUR", Duration.Days(364), Model.Rate)));
        Assert.True(Result != LifetimeValueResult.Of(Table, new Flat()));
    }

    private sealed class Flat : ILifetimeValueModel
    {
        public IReadOnlyList<CustomerLifetimeValue> Predict(IReadOnlyList<PurchaseSummary> customers, CancellationToken cancellationToken = default) =>
            [.. customers.Select(customer => new CustomerLifetimeValue(customer, Duration.Days(1), 1, 0, 0, 1))];
    }
}
