namespace CustomerInsight.Core.Tests;

/// <summary>Which of several rows under one key counts.</summary>
public sealed class VersionTests
{
    private static readonly RecordSchema Wider = new([.. Make.Person.Attributes, new AttributeDefinition("zone", AttributeKind.Category)]);

    private static readonly Gen<SourceRecord> AnyVersion =
        from given in Gen.Elements("Ann", "Bob", null)
        from email in Gen.Elements("a@x.com", null)
        from day in Gen.Choose(0, 2)
        from kind in Gen.Frequency((5, Gen.Constant(EntityKind.Person)), (1, Gen.Constant(EntityKind.Household)))
        from identifiers in Gen.Elements<ValueList<Identifier>>([], [new Identifier("card", "", "1")], [new Identifier("card", "", "1"), new Identifier("card", "", "2")], [new Identifier("card", "", "2"), new Identifier("card", "", "1")])
        from wide in Gen.Elements(false, true)
        select new SourceRecord(wide ? Wider : Make.Person, new RecordKey("crm", "1"), wide ? [given, "Lee", email, null, null, AttributeValues.None] : [given, "Lee", email, null, null])
        {
            ObservedAt = day == 0 ? null : Make.Day(day),
            EntityKind = kind,
            Identifiers = identifiers,
        };

    private static readonly Gen<CustomerActivity> AnyActivity =
        from customer in Gen.Elements("1", "2")
        from day in Gen.Choose(1, 2)
        from type in Gen.Elements("purchase", "view")
        from amount in Gen.Elements<decimal?>(null, 1m, 2m)
        from currency in Gen.Elements("EUR", "GBP")
        from texts in Gen.Elements(null, "a", "b").ArrayOf(4)
        from quantity in Gen.Elements<decimal?>(null, 1m, 2m)
        select new CustomerActivity(new RecordKey("till", "1"), new Identifier("card", "", customer), type, Make.Day(day))
        {
            Value = amount is { } money ? new Money(money, currency) : null,
            Order = texts[0],
            Channel = texts[1],
            Item = texts[2],
            Category = texts[3],
            Quantity = quantity,
        };

    [Fact]
    public async Task RunAsync_SeveralVersions_TheLaterObservedWinsWhereverItStands()
    {
        SourceRecord early = Make.Record("crm", "1", "Ann", day: 1);
        SourceRecord late = Make.Record("crm", "1", "Anna", day: 2);
        SourceRecord undated = Make.Record("crm", "1", "Zoe");

        foreach (SourceRecord[] order in new[] { new[] { early, late, undated }, [late, undated, early], [undated, early, late] })
        {
            InsightRun run = await Make.Run(ListRecordSource.Of("crm", order));

            Assert.Equal(late, Assert.Single(run.Records.Records));
            Assert.Equal((3, 1, 0, 2), Counts(run));
        }
    }

    [Fact]
    public async Task RunAsync_IdenticalRows_CountAsRepeated()
    {
        SourceRecord record = Make.Record("crm", "1", day: 1);
        InsightRun run = await Make.Run(ListRecordSource.Of("crm", [record, Make.Record("crm", "1", day: 1), Make.Record("crm", "2"), record]));

        Assert.Equal((4, 2, 2, 0), Counts(run));
    }

    [Fact]
    public async Task RunAsync_OneKeyForManyRows_KeepsOne()
    {
        const int rows = 30_000;
        InsightRun run = await Make.Run(ListRecordSource.Of("crm", Enumerable.Range(0, rows).Select(static i => Make.Record("crm", "1", $"Name{i % 29_990}"))));

        Assert.Equal("Name9999", Assert.Single(run.Profiles)["given_name"]!.Values.First);
        Assert.Equal((rows, 1, 10, rows - 11), Counts(run));
    }

    [Fact]
    public async Task RunAsync_Deleted_NoLongerCountsUntilItComesBack()
    {
        var key = new RecordKey("crm", "1");
        RecordChange first = RecordChange.Upsert(Make.Record("crm", "1", "Ann", day: 2));
        RecordChange back = RecordChange.Upsert(Make.Record("crm", "1", "Bea", day: 1));

        InsightRun gone = await Make.Run(new ListRecordSource("crm", first, back, RecordChange.Delete(key), RecordChange.Delete(new RecordKey("crm", "never"))));
        InsightRun returned = await Make.Run(new ListRecordSource("crm", first, RecordChange.Delete(key), back));

        Assert.Empty(gone.Profiles);
        Assert.Equal(1, Assert.Single(gone.Report.Sources).Deleted);
        Assert.Equal("Bea", Assert.Single(returned.Profiles)["given_name"]!.Values.First);
    }

    [Fact]
    public void RunAsync_VersionsInAnyOrder_SameWinnerAndCounts() => Prop.ForAll(AnyVersion.NonEmptyListOf().ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), static (versions, seed) =>
    {
        InsightRun run = Make.Wait(new InsightSetup { RecordSources = [ListRecordSource.Of("crm", versions)] });
        InsightRun other = Make.Wait(new InsightSetup { RecordSources = [ListRecordSource.Of("crm", versions.Shuffle(seed))] });

        return run.Records.Records.Single().Equals(other.Records.Records.Single())
            && Counts(run) == Counts(other)
            && Counts(run).Superseded == versions.Distinct().Count() - 1
            && run.Records.Records[0].ObservedAt == versions.Max(static version => version.ObservedAt);
    }).Check(Quick.Tests(300));

    [Fact]
    public void Compare_Activities_IsZeroForEqualOnesOnly() => Prop.ForAll(AnyActivity.ToArbitrary(), AnyActivity.ToArbitrary(), static (left, right) =>
        (VersionOrder.Compare(left, right) == 0) == left.Equals(right)
        && Math.Sign(VersionOrder.Compare(left, right)) == -Math.Sign(VersionOrder.Compare(right, left))).Check(Quick.Tests(1000));

    [Fact]
    public void Compare_Records_IsZeroForEqualOnesOnly() => Prop.ForAll(AnyVersion.ToArbitrary(), AnyVersion.ToArbitrary(), static (left, right) =>
        (VersionOrder.Compare(left, right) == 0) == left.Equals(right)
        && (!left.Equals(right) || left.GetHashCode() == right.GetHashCode())
        && Math.Sign(VersionOrder.Compare(left, right)) == -Math.Sign(VersionOrder.Compare(right, left))).Check(Quick.Tests(1000));

    private static (long Read, long Kept, long Repeated, long Superseded) Counts(InsightRun run)
    {
        SourceReport source = run.Report.Sources.Single(static source => source.Content == SourceContent.Records);
        return (source.Read, source.Kept, source.Repeated, source.Superseded);
    }
}
