using System.Globalization;

namespace CustomerInsight.Models.Tests;

public sealed class OnlineRetailTests
{
    private static readonly Lazy<IReadOnlyList<CustomerHistory>> Histories = new(OnlineRetail.Read);

    private static PurchaseTable Table() => PurchaseTable.From(Histories.Value, OnlineRetail.AsOf);

    [SharedFact]
    public void From_OnlineRetail_KeepsTheKnownRowsCustomersAndRevenue()
    {
        PurchaseTable table = Table();

        Assert.Equal(4_338, table.Customers.Count);
        Assert.Equal(397_884, table.Report.Purchases);
        Assert.Equal(8_911_407.904m, table.Customers.Sum(customer => customer.Revenue));
        Assert.Equal("GBP", table.Currency);
        Assert.Equal(40, table.Report.ZeroAmounts);
        Assert.Equal(8_905, table.Report.Refunds);
        Assert.Equal(4_372 - 4_338, table.Report.CustomersWithoutPurchases);
        Assert.Equal(18_532, table.Customers.Sum(customer => customer.Orders));
    }

    [SharedFact]
    public void From_OnlineRetail_AgreesWithTheReferenceSummary()
    {
        string[] lines = File.ReadAllLines(SharedData.Path("reference", "lifetime-value", "uci_rfm_summary_days.csv"));
        Assert.Equal("CustomerID,frequency,recency,T,monetary_value", lines[0]);
        var customers = Table().Customers.ToDictionary(customer => customer.Customer);

        Assert.Equal(lines.Length - 1, customers.Count);
        Assert.All(lines.Skip(1), line =>
        {
            string[] cells = line.Split(',');
            PurchaseSummary customer = customers[cells[0]];
            Assert.Equal(Number(cells[1]), customer.RepeatDays);
            Assert.Equal(Number(cells[2]), customer.ActiveDays);
            Assert.Equal(Number(cells[3]), customer.TenureDays);
            Assert.Equal(Number(cells[4]), (double)customer.MeanRepeatRevenue, 1e-8);
        });
    }

    [SharedFact]
    public void Rfm_OnlineRetail_NamesEveryCustomerAndAddsUp()
    {
        PurchaseTable table = Table();

        var result = RfmResult.Of(table, new RfmEstimator());

        Assert.True(result.Fit.Report.Converged);
        Assert.Equal(4_338, result.Customers.Count);
        Assert.Equal(4_338, result.Segments.Sum(segment => segment.Customers));
        Assert.Equal(8_911_407.904m, result.Segments.Sum(segment => segment.Revenue));
        Assert.Equal(RfmSegmentNames.Champions, result.Segments.MaxBy(segment => segment.Revenue)!.Segment);
        Assert.True(result.Segments.Count(segment => segment.Customers > 0) >= 10);
    }

    [SharedFact]
    public void LifetimeValue_OnlineRetail_ConvergesAndRanksTheBestBuyersFirst()
    {
        PurchaseTable table = Table();

        FitResult<LifetimeValueModel> fit = new LifetimeValueEstimator().Fit(table);
        IReadOnlyList<CustomerLifetimeValue> values = fit.Model!.Predict(table.Customers);

        Assert.True(fit.Report.Converged);
        Assert.Equal(2, fit.Report.Parts.Count);
        Assert.All(values, value => Assert.True(double.IsFinite(value.Value) && value.Value > 0));
        double perYear = (double)table.Customers.Sum(customer => customer.Revenue) * 365 / 373;
        Assert.InRange(values.Sum(value => value.Value), 0.3 * perYear, 1.5 * perYear);
        var ranked = values.OrderByDescending(value => value.Value).ToList();
        decimal first = ranked.Take(ranked.Count / 10).Sum(value => value.Purchases.Revenue);
        Assert.True(first > 0.4m * table.Customers.Sum(customer => customer.Revenue));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
