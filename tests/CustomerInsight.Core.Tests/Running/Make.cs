namespace CustomerInsight.Core.Tests;

/// <summary>Records, activities and runs of few words.</summary>
internal static class Make
{
    public static readonly RecordSchema Person = new(
        [new("given_name", AttributeKind.GivenName), new("family_name", AttributeKind.FamilyName), new("email", AttributeKind.Email), new("street_address", AttributeKind.StreetAddress), new("city", AttributeKind.City)]);

    public static DateTimeOffset Day(int day) => new(2024, 1, day, 12, 0, 0, TimeSpan.Zero);

    public static SourceRecord Record(string source, string id, string? given = "Ann", string? email = null, int day = 0, string? street = null, string? city = null, params Identifier[] identifiers) =>
        new(Person, new RecordKey(source, id), [given, "Lee", email, street, city]) { ObservedAt = day == 0 ? null : Day(day), Identifiers = [.. identifiers] };

    public static CustomerActivity Activity(string id, Identifier customer, int day, decimal? amount = null) =>
        new(new RecordKey("till", id), customer, ActivityTypes.Purchase, Day(day)) { Value = amount is { } money ? new Money(money, "GBP") : null };

    public static Task<InsightRun> Run(params IRecordSource[] sources) => new InsightEngine(new InsightSetup { RecordSources = sources }).RunAsync();

    public static Task<InsightRun> Run(IEnumerable<SourceRecord> records, params CustomerActivity[] activities) => new InsightEngine(new InsightSetup
    {
        RecordSources = [.. records.GroupBy(static record => record.Key.Source).Select(static group => ListRecordSource.Of(group.Key, group))],
        ActivitySources = [ListActivitySource.Of("till", activities)],
    }).RunAsync();

    /// <summary>Waits for a run; for properties, which cannot be asynchronous.</summary>
    public static InsightRun Wait(InsightSetup setup) => new InsightEngine(setup).RunAsync().GetAwaiter().GetResult();

    public static long Line(this InsightRun run, string code) => run.Report.Lines.Where(line => line.Code == code).Sum(static line => line.Count);

    public static T[] Shuffle<T>(this IEnumerable<T> items, int seed)
    {
        var random = new SeededRandom((ulong)seed);
        return [.. items.OrderBy(_ => random.NextBits())];
    }
}
