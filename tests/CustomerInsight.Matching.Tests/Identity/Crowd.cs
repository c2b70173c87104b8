namespace CustomerInsight.Matching.Tests;

/// <summary>A graph over people who say a given name, a family name, a birthday, an e-mail and a phone, with a model whose weights are round numbers.</summary>
internal static class Crowd
{
    private static readonly string[] Compared = ["given_name", "family_name", "date_of_birth", "email", "phone"];

    /// <summary>Two agreements make a link, one is worth a look; anything else counts against by two bits.</summary>
    public static MatchModel Model(params Identifier[] hubs) => new MatchModel(
        Math.Pow(2, -6),
        Compared.Select(static name => new ComparisonParameters(
            new Comparison(name, [name], [new("same", Condition.Same(name))]),
            [Level("same", 0.8, 0.025), Level("other", 0.2, 0.8)])).ToArray(),
        new Dictionary<string, TermFrequencies>(),
        IdentifierPolicies.Default,
        0)
    {
        HubIdentifiers = hubs.ToHashSet(),
    }.WithBlocking(new BlockingChoice([new(IdentifierRule.Deciding(IdentifierPolicies.Default), default), .. Compared.Select(static name => new ChosenRule(BlockingRule.On(name), default))], null));

    public static SourceRecord Person(string id, string? given = null, string? family = null, string? birth = null, string? email = null, string? phone = null, int day = 1) =>
        Dated(People.Record(id, "s", given, family, birth, email, phone), day);

    public static SourceRecord Dated(SourceRecord record, int day, params Identifier[] identifiers) =>
        new(record.Schema, record.Key, record.Values) { ObservedAt = DateTimeOffset.UnixEpoch.AddDays(day), Identifiers = ValueList.From(identifiers) };

    public static RecordKey Key(string id) => new("s", id);

    public static async Task<IdentityGraph> GraphAsync(MatchModel model, IIdentityStore? store = null, MatchingOptions? options = null, params SourceRecord[] records)
    {
        var graph = new IdentityGraph(new IdentitySetup { Store = store ?? new InMemoryIdentityStore(), Options = options ?? new MatchingOptions { LinkProbability = 0.8 }, Clock = new CountingClock() });
        SourceRecord[] loaded = records.Length > 0 ? records : [Person("first", "Zoe", "Quill", "1931-01-01", "zoe@quill.org", "02079460000")];
        await graph.LoadAsync(loaded.Select(static record => RecordChange.Upsert(record)).ToAsyncEnumerable(), model);
        return graph;
    }

    private static LevelParameters Level(string name, double m, double u) => new(name, m, u);
}
