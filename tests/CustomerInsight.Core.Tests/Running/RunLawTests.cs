namespace CustomerInsight.Core.Tests;

/// <summary>The laws on whole runs: three sources, matching by e-mail, merging, activities.</summary>
public sealed class RunLawTests
{
    private static readonly Gen<SourceRecord> OneRecord =
        from source in Gen.Elements("crm", "erp", "shop")
        from id in Gen.Choose(1, 8)
        from given in Gen.Elements("Ann", "ANN", "Bea", "n/a", null)
        from email in Gen.Elements("a@x.com", "A@X.com", "b@x.com", null)
        from street in Gen.Elements("1 Low Rd", "2 High St", null)
        from city in Gen.Elements("Leeds", "York", null)
        from day in Gen.Choose(0, 3)
        from card in Gen.Choose(0, 3)
        select Make.Record(source, $"{id}", given, email, day, street, city, card == 0 ? [] : [new Identifier("card", "", $"{card}")]);

    private static readonly Gen<CustomerActivity> OneActivity =
        from id in Gen.Choose(1, 9)
        from customer in Gen.Elements(Identifier.ForRecord("crm", "1"), Identifier.ForRecord("", "2"), new Identifier("card", "", "1"), new Identifier("card", "", "2"))
        from day in Gen.Choose(1, 5)
        select Make.Activity($"{id}", customer, day);

    [Fact]
    public void RunAsync_RowsAndSourcesInAnyOrder_SameResult() => ForAll(static (records, activities, seed) =>
    {
        InsightRun run = Run(records, activities);
        InsightRun other = Run(records.Shuffle(seed), activities.Shuffle(seed), reverseSources: true);
        return Same(run, other);
    });

    [Fact]
    public void RunAsync_AnyNumberOfThreads_SameResult() => ForAll(static (records, activities, seed) =>
        Same(Run(records, activities, threads: 1), Run(records, activities, threads: 2 + (seed % 7))));

    [Fact]
    public void RunAsync_RowsTwice_SameAsOnce() => ForAll(static (records, activities, _) =>
        Same(Run(records, activities), Run([.. records, .. records], [.. activities, .. activities])));

    [Fact]
    public void RunAsync_Clusters_PartitionTheRecords() => ForAll(static (records, activities, _) =>
    {
        InsightRun run = Run(records, activities);
        return run.Clusters.SelectMany(static cluster => cluster.Records).Order().SequenceEqual(Enumerable.Range(0, run.Records.Count))
            && run.Profiles.SelectMany(static profile => profile.Records).Order().SequenceEqual(run.Records.Records.Select(static record => record.Key));
    });

    [Fact]
    public void RunAsync_EveryProfileValue_NamesALivingRecordThatHasIt() => ForAll(static (records, activities, _) =>
    {
        InsightRun run = Run(records, activities);
        var living = run.Records.Records.ToDictionary(static record => record.Key);
        return run.Profiles.All(profile => profile.Fields.All(field => field.Values == field.Winner.Values
            && field.Losers.Prepend(field.Winner).All(entry => profile.Records.Contains(entry.Record) && living[entry.Record][field.Name] == entry.Values)));
    });

    [Fact]
    public void RunAsync_FieldGroup_ComesFromOneRecord() => ForAll(static (records, activities, _) =>
        Run(records, activities).Profiles.All(static profile => profile.Fields
            .Where(static field => field.Group is not null).GroupBy(static field => field.Group)
            .All(static group => group.Select(static field => field.Winner.Record).Distinct().Count() == 1)));

    [Fact]
    public void RunAsync_EveryActivity_IsACustomersOrCounted() => ForAll(static (records, activities, _) =>
    {
        InsightRun run = Run(records, activities);
        long kept = run.Report.Sources.Where(static source => source.Content == SourceContent.Activities).Sum(static source => source.Kept);
        return kept == run.Customers.Sum(static customer => customer.Activities.Count) + run.Line("unknown-customer") + run.Line("ambiguous-customer");
    });

    [Fact]
    public void RunAsync_EveryRow_IsAccountedFor() => ForAll(static (records, activities, _) =>
        Run(records, activities).Report.Sources.All(static source => source.Read == source.Kept + source.Repeated + source.Superseded + source.RejectedTotal));

    private static void ForAll(Func<SourceRecord[], CustomerActivity[], int, bool> law) =>
        Prop.ForAll(OneRecord.ArrayOf().ToArbitrary(), OneActivity.ArrayOf().ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), law).Check(Quick.Tests(200));

    private static InsightRun Run(SourceRecord[] records, CustomerActivity[] activities, bool reverseSources = false, int threads = 0)
    {
        string[] names = reverseSources ? ["shop", "erp", "crm"] : ["crm", "erp", "shop"];
        return Make.Wait(new InsightSetup
        {
            Options = new InsightOptions { MaxDegreeOfParallelism = threads },
            RecordSources = [.. names.Select(name => ListRecordSource.Of(name, records.Where(record => record.Key.Source == name)))],
            ActivitySources = [ListActivitySource.Of("till", activities)],
            Stages = [new MatchByEmail()],
        });
    }

    private static bool Same(InsightRun left, InsightRun right) =>
        left.AsOf == right.AsOf
        && left.Records.Records.SequenceEqual(right.Records.Records)
        && left.Clusters.SequenceEqual(right.Clusters)
        && left.Profiles.SequenceEqual(right.Profiles)
        && left.Report.Lines == right.Report.Lines
        && left.Customers.Count == right.Customers.Count
        && left.Customers.Zip(right.Customers).All(static pair => pair.First.Customer == pair.Second.Customer && pair.First.Activities.SequenceEqual(pair.Second.Activities));
}
