namespace CustomerInsight.Sources.Tests;

/// <summary>Real files, with the counts that their descriptions state.</summary>
public class CsvSharedDataTests
{
    [SharedFact]
    public async Task ReadAsync_OnlineRetail_AgreesWithTheKnownSums()
    {
        int rows = 0;
        int kept = 0;
        int withoutCustomer = 0;
        decimal sum = 0;
        HashSet<string> customers = [];
        await foreach (ActivityChange change in new CsvActivitySource(SharedData.Path("data", "purchases", "online_retail.csv.gz")).ReadAsync(SourceCursor.Start, CancellationToken.None))
        {
            rows++;
            withoutCustomer += change.Rejection?.Code == RejectionCodes.MissingKey ? 1 : 0;
            if (change.Activity is { Value.Amount: > 0 } activity)
            {
                kept++;
                sum += activity.Value.Value.Amount;
                customers.Add(activity.Customer.Value);
            }
        }

        Assert.Equal((541_909, 397_884, 8_911_407.904m, 4_338), (rows, kept, sum, customers.Count));
        Assert.Equal(135_080, withoutCustomer);
        Assert.Contains("17850", customers);
    }

    [SharedTheory]
    [InlineData("splink_fake_1000", 1_000, "family_name given_name city date_of_birth email")]
    [InlineData("splink_historical_50k", 50_578, "full_name first_and_surname given_name family_name date_of_birth birth_place postcode gender occupation")]
    [InlineData("febrl3", 5_000, "given_name family_name street_number address_1 address_2 city postcode region date_of_birth national_id")]
    [InlineData("febrl_gen_C_100000", 100_000, "given_name family_name street_number address_1 address_2 city postcode region date_of_birth age phone national_id")]
    [InlineData("dqbench_er_t1", 1_000, "given_name family_name email phone street_address city region postcode company_name")]
    [InlineData("persons_100k", 100_000, "given_name family_name date_of_birth city email phone")]
    public async Task ReadAsync_People_ReadsEveryRow(string folder, int count, string names)
    {
        string path = SharedData.Path("data", "people", folder, "records.csv");
        var source = new CsvRecordSource(File.Exists(path) ? path : path + ".gz");

        List<SourceRecord> records = await source.RecordsAsync();

        Assert.Equal(count, records.Count);
        Assert.Equal(names.Split(' ').Order(), records[0].Schema.Attributes.Select(static attribute => attribute.Name).Order());
        Assert.Equal(count, records.Select(static record => record.Key).Distinct().Count());
    }

    [SharedFact]
    public async Task ReadMappingAsync_AllPeopleFiles_JoinWithoutConflict()
    {
        List<RecordSchema> schemas = [];
        foreach (string file in Directory.GetFiles(SharedData.Path("data", "people"), "records.csv*", SearchOption.AllDirectories))
        {
            schemas.Add((await new CsvRecordSource(file).ReadMappingAsync()).Schema);
        }

        Assert.True(RecordSchema.Union(schemas).IndexOf("given_name") >= 0);
        Assert.True(schemas.Count > 8);
    }

    [SharedFact]
    public async Task ReadAsync_SmallOrders_ReadsEveryRow()
    {
        List<CustomerActivity> orders = await new CsvActivitySource(SharedData.Path("data", "purchases", "rfm_orders.csv")).ActivitiesAsync();

        Assert.Equal((4_906, 995), (orders.Count, orders.Select(static order => order.Customer).Distinct().Count()));
    }
}
