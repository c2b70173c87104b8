using System.Globalization;
using System.IO.Compression;

namespace CustomerInsight.Models.Tests;

/// <summary>The UK online shop's rows as histories of customers.</summary>
internal static class OnlineRetail
{
    /// <summary>The end of the day of the last row.</summary>
    public static readonly DateTimeOffset AsOf = new(2011, 12, 9, 23, 59, 59, TimeSpan.Zero);

    public static IReadOnlyList<CustomerHistory> Read()
    {
        using var file = new GZipStream(File.OpenRead(SharedData.Path("data", "purchases", "online_retail.csv.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        Assert.Equal("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country", reader.ReadLine());
        var customers = new Dictionary<string, List<CustomerActivity>>(StringComparer.Ordinal);
        int row = 0;
        while (reader.ReadLine() is string line)
        {
            row++;
            string[] cells = CsvLine.Split(line);
            Assert.Equal(8, cells.Length);
            if (cells[6].Length == 0)
            {
                continue;
            }

            decimal amount = decimal.Parse(cells[3], CultureInfo.InvariantCulture) * decimal.Parse(cells[5], NumberStyles.Float, CultureInfo.InvariantCulture);
            var at = new DateTimeOffset(DateTime.ParseExact(cells[4], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), TimeSpan.Zero);
            if (!customers.TryGetValue(cells[6], out List<CustomerActivity>? activities))
            {
                customers.Add(cells[6], activities = []);
            }

            activities.Add(new CustomerActivity(
                new RecordKey("shop", row.ToString(CultureInfo.InvariantCulture)), Identifier.ForRecord("shop", cells[6]), ActivityTypes.Purchase, at)
            {
                Value = new Money(amount, "GBP"),
                Order = cells[0],
            });
        }

        Assert.Equal(541_909, row);
        return [.. customers.Select(customer => new CustomerHistory(customer.Key, null, customer.Value))];
    }
}
