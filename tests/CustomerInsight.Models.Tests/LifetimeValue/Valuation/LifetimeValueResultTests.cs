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
    public void Describe_FittedModel_HasFiguresAndWarnings()
    {
        LifetimeValueResult result = LifetimeValueResult.Of(Drawn(400, 11), new LifetimeValueEstimator());

        Assert.Contains("frequency-spend-correlation: ", result.Describe(), StringComparison.Ordinal);
        Assert.All(result.Fit!.Warnings, warning => Assert.Contains(warning.Message, result.Describe(), StringComparison.Ordinal));
    }

    /// <summary>Where customers who bought again never leave, a and b are at the edge of their range.</summary>
    [Fact]
    public void Describe_ForEverOfLooseParameters_SaysSo()
    {
        CustomerHistory[] regulars = [.. Enumerable.Range(0, 200).Select(i =>
            History($"c{i:D5}", [.. Enumerable.Range(0, i % 7).Append(12).Select(month => Bought($"c{i:D5}", 30 * month, 10m + (i % 9) + month))]))];
        PurchaseTable table = Table(regulars);

        LifetimeValueResult year = LifetimeValueResult.Of(table, new LifetimeValueEstimator());
        LifetimeValueResult forEver = LifetimeValueResult.Of(table, new LifetimeValueEstimator(new LifetimeValueOptions { Horizon = Duration.Forever }));

        Assert.Contains(year.Fit!.Warnings, warning => warning.Code is "parameter-at-edge" or "weakly-identified");
        Assert.All(year.Fit.Warnings, warning => Assert.Contains(warning.Message, year.Describe(), StringComparison.Ordinal));
        Assert.DoesNotContain("Values for ever rest on", year.Describe(), StringComparison.Ordinal);
        Assert.Contains("Values for ever rest on times far beyond the data", forEver.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToVegaLite_Result_HoldsTheTenths()
    {
        using var json = JsonDocument.Parse(Result.ToVegaLite());

        Assert.Equal(48, json.RootElement.GetProperty("width").GetProperty("step").GetInt32());

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
