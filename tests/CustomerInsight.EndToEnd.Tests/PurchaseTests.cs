using System.Globalization;
using System.Text;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>Purchases, alone and with records.</summary>
public sealed class PurchaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedFact]
    public async Task OnlineShop_Alone_GivesTheKnownCustomersAndRevenueAndSaysWhatItLeftOut()
    {
        Outcome outcome = (await Outcome.RunAsync(_folder, "--activities", SharedData.Path("data", "purchases", "online_retail.csv.gz"), "--currency", "GBP")).IsClean();

        Assert.Contains("4,338 customers with purchases, 8,911,407.90 GBP of revenue", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("541,909 rows read", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("135,080 quarantined as missing-key", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("8,905 refunds left out, -611,342.09 GBP in all", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("40 purchases of amount zero left out", outcome.Screen, StringComparison.Ordinal);
        string[][] buyers = [.. outcome.CustomerRows().Where(static row => row[1] != "0")];
        Assert.Equal(4_338, buyers.Length);
        Assert.Equal(8_911_407.904m, buyers.Sum(static row => decimal.Parse(row[2], CultureInfo.InvariantCulture)));
        Assert.All(buyers, static row => Assert.Equal("GBP", row[3]));
        int segment = Csv.Column(outcome.Customers, "segment");
        Assert.All(buyers, row => Assert.NotEmpty(row[segment]));
    }

    [SharedFact]
    public async Task OrdersWithoutCurrency_AreCountedUnmarked()
    {
        string orders = SharedData.Path("data", "purchases", "rfm_orders.csv");
        Outcome outcome = (await Outcome.RunAsync(_folder, "--activities", orders)).IsClean();

        decimal revenue = Csv.Rows(Csv.ReadText(orders)).Sum(static row => decimal.Parse(row[2], CultureInfo.InvariantCulture));
        Assert.Equal(995, outcome.CustomerRows().Count);
        Assert.Equal(revenue, outcome.CustomerRows().Sum(static row => decimal.Parse(row[2], CultureInfo.InvariantCulture)));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"995 customers with purchases, {revenue:#,0.00} of revenue"), outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordsAndPurchases_AreJoinedByTheRecordsKey()
    {
        // Two records of one person in one file: both keys' purchases are that customer's.
        string people = _folder.Write("people.csv", PeopleFiles.Header + PeopleFiles.Rows(60) + PeopleFiles.Row("again", 3));
        string orders = _folder.Write("orders.csv", "customer_id,order_date,amount\n3,2024-01-05,10.50\nagain,2024-02-06,4.25\nagain,2024-02-06,-4.25\n4,2024-03-07,0\n5,2024-03-08,7\nstranger,2024-03-09,99\n,2024-03-09,99\n");
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", people, "--activities", orders, "--currency", "EUR")).IsClean();

        string profile = outcome.ProfileRows().Single(static row => row[3] == "people:3|people:again")[0];
        string[] customer = outcome.CustomerRows().Single(row => row[0] == profile);
        Assert.Equal(["2", "14.75", "EUR", "2024-01-05", "2024-02-06"], customer[1..6]);
        Assert.Equal(60, outcome.CustomerRows().Count);
        Assert.Contains("1 activities name a customer that no record claims", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("1 quarantined as missing-key", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("1 refunds left out, -4.25 EUR in all", outcome.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyOfTwoSources_IsReportedAsAmbiguousNotGuessed()
    {
        string north = _folder.Write("north.csv", PeopleFiles.Header + PeopleFiles.Row("1", 1) + PeopleFiles.Row("2", 2));
        string south = _folder.Write("south.csv", PeopleFiles.Header + PeopleFiles.Row("1", 30) + PeopleFiles.Row("3", 40));
        string orders = _folder.Write("orders.csv", "customer_id,order_date,amount\n1,2024-01-05,10\n2,2024-01-05,20\n");
        Outcome outcome = (await Outcome.RunAsync(_folder, "--records", north, south, "--activities", orders)).IsClean();

        Assert.Contains("1 activities name a customer that records of different profiles claim", outcome.Screen, StringComparison.Ordinal);
        Assert.Equal(20m, outcome.CustomerRows().Sum(static row => decimal.Parse(row[2], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task HostilePurchases_EndInOrder()
    {
        var orders = new StringBuilder("customer_id,order_date,amount\n");
        foreach (string amount in new[] { "abc", "1e400", "NaN", "99999999999999999999999999999999", "-79228162514264337593543950335", "79228162514264337593543950335", "", "1,5", "£5", "0" })
        {
            orders.Append(CultureInfo.InvariantCulture, $"1,2024-01-05,\"{amount}\"\n2,0000-13-45,\"{amount}\"\n3,9999-12-31,\"{amount}\"\n4,0001-01-01,\"{amount}\"\n");
        }

        Outcome outcome = (await Outcome.RunAsync(_folder, "--activities", _folder.Write("orders.csv", orders.ToString()))).IsClean();

        Assert.Contains("40 rows read", outcome.Screen, StringComparison.Ordinal);
        Assert.Contains("quarantined", outcome.Screen, StringComparison.Ordinal);
    }
}
