using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>Against the table of the R package rfm for its own example data.</summary>
public sealed class RfmOrdersReferenceTests
{
    private static readonly DateTimeOffset AnalysisDate = new(2006, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private sealed record Row(string Customer, int Days, int Orders, decimal Amount, int Recency, int Frequency, int Monetary);

    [SharedFact]
    public void From_RfmOrders_GivesTheReferencesDaysOrdersAndAmounts()
    {
        PurchaseTable table = Table();
        IReadOnlyList<Row> expected = Expected();

        Assert.Equal(expected.Count, table.Customers.Count);
        Assert.Equal(
            expected.Select(row => (row.Customer, row.Days, row.Orders, row.Amount)).OrderBy(row => row.Customer, StringComparer.Ordinal),
            table.Customers.Select(row => (row.Customer, row.DaysSinceLast, row.Orders, row.Revenue)));
    }

    [SharedFact]
    public void Score_AsTheRPackage_GivesTheReferencesScores()
    {
        PurchaseTable table = Table();
        var result = RfmResult.Of(table, new RfmEstimator(new RfmOptions { Method = BinMethod.RPackageRfm }));

        Assert.Equal(
            Expected().Select(row => (row.Customer, row.Recency, row.Frequency, row.Monetary)).OrderBy(row => row.Customer, StringComparer.Ordinal),
            result.Customers.Select(score => (score.Customer, score.Cell.Recency, score.Cell.Frequency, score.Cell.Monetary)));
    }

    private static PurchaseTable Table()
    {
        var orders = File.ReadLines(SharedData.Path("data", "purchases", "rfm_orders.csv")).Skip(1).Select((line, number) =>
        {
            string[] cells = CsvLine.Split(line);
            string id = number.ToString(CultureInfo.InvariantCulture);
            var at = new DateTimeOffset(DateTime.ParseExact(cells[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero);
            return new CustomerActivity(new RecordKey("orders", id), Identifier.ForRecord("orders", cells[0]), ActivityTypes.Purchase, at)
            {
                Value = new Money(decimal.Parse(cells[2], CultureInfo.InvariantCulture), Money.NoCurrency),
                Order = id,
            };
        }).ToLookup(activity => activity.Customer.Value);
        return PurchaseTable.From([.. orders.Select(own => new CustomerHistory(own.Key, null, [.. own]))], AnalysisDate);
    }

    private static IReadOnlyList<Row> Expected() => [.. File.ReadLines(SharedData.Path("reference", "rfm", "rfm_orders_expected.csv")).Skip(1).Select(line =>
    {
        string[] cells = CsvLine.Split(line);
        int Cell(int i) => int.Parse(cells[i], CultureInfo.InvariantCulture);
        return new Row(cells[0], Cell(1), Cell(2), decimal.Parse(cells[3], CultureInfo.InvariantCulture), Cell(4), Cell(5), Cell(6));
    })];
}
