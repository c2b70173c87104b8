namespace CustomerInsight.Matching.Tests;

/// <summary>Records that no source should send: a defined result, nothing lost, no growth without bound.</summary>
public sealed class IdentityAbuseTests
{
    private const int Sharing = 300;

    [Fact]
    public async Task AValueSharedByMany_WhichTheModelKnowsOf_BringsNobodyTogether()
    {
        SourceRecord[] sharing = [.. Enumerable.Range(0, Sharing).Select(static i => Crowd.Person($"{i}", $"Given{i}", $"Family{i}", email: "info@firm.com"))];
        await using IdentityGraph free = await Crowd.GraphAsync(Crowd.Model());
        await using IdentityGraph capped = await Crowd.GraphAsync(Capped("email", "info@firm.com"));
        foreach (SourceRecord record in sharing)
        {
            Assert.Equal(ResolutionKind.Created, (await free.ResolveAsync(record)).Kind);
            Assert.Equal(ResolutionKind.Created, (await capped.ResolveAsync(record)).Kind);
        }

        Assert.Equal((Sharing * (Sharing - 1) / 2, 0), (free.Count().PairsCompared, capped.Count().PairsCompared));
        Assert.Equal((Sharing + 1, 0), (capped.Count().Profiles, capped.Count().KeptPairs));
        Assert.Equal(ResolutionKind.Joined, (await capped.ResolveAsync(Crowd.Person("same", "Given7", "Family7", email: "info@firm.com"))).Kind);
    }

    [Fact]
    public async Task AValueThatComesToBeSharedByMany_IsCounted_AndGoesOnCounting()
    {
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), null, new MatchingOptions { LargestBlock = 20 });
        for (int i = 0; i < 20; i++)
        {
            await graph.ResolveAsync(Crowd.Person($"{i}", $"Given{i}", phone: "07700900123"));
        }

        Assert.Equal(0, graph.Count().GrownBlocks);
        await graph.ResolveAsync(Crowd.Person("more", "Moore", phone: "07700900123"));
        await graph.ResolveAsync(Crowd.Person("most", "Most", phone: "07700900123"));
        Assert.Equal(1, graph.Count().GrownBlocks);
        Assert.Equal(ResolutionKind.Joined, (await graph.ResolveAsync(Crowd.Person("joined", "Moore", phone: "07700900123"))).Kind);
    }

    [Fact]
    public async Task ARecordWithManyIdentifiers_IsTakenIn_AndFoundByEach()
    {
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model());
        Identifier[] many = [.. Enumerable.Range(0, 500).Select(static i => new Identifier("card", "shop", $"{i}"))];
        Resolution first = await graph.ResolveAsync(Crowd.Dated(People.Record("many", "s", "Ann"), 1, many));
        for (int i = 0; i < many.Length; i += 99)
        {
            Resolution one = await graph.ResolveAsync(Crowd.Dated(People.Record($"one{i}", "s"), 1, many[i]));
            Assert.Equal((ResolutionKind.Joined, first.ProfileId), (one.Kind, one.ProfileId));
        }

        Assert.Equal(500, graph.Find(first.Record)!.Identifiers.Count);
    }

    [Fact]
    public async Task TheSameRecordTenThousandTimes_IsWrittenOnce()
    {
        var store = new InMemoryIdentityStore();
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), store);
        SourceRecord record = Crowd.Person("same", "Ann", "Lee");
        await graph.ResolveAsync(record);
        long blocks = await store.GetVersionAsync(string.Empty, default);
        for (int i = 1; i < 10_000; i++)
        {
            await graph.ResolveAsync(record);
        }

        Assert.Equal(blocks, await store.GetVersionAsync(string.Empty, default));
        Assert.Equal((1, 9_999), (graph.Count().Upserts, graph.Count().Unchanged));
        Assert.Equal(record, Assert.Single(await graph.HistoryAsync(record.Key)));
    }

    [Fact]
    public async Task ManyVersionsInAnyOrder_AreAsInOrder_AndTheHistoryHasAll()
    {
        const int Versions = 2_000;
        var random = new SeededRandom(3);
        SourceRecord[] versions = [.. Enumerable.Range(0, Versions).Select(i => Crowd.Person("one", i % 3 == 0 ? "Ann" : "Anne", "Lee", phone: $"0770090{i:0000}", day: i))];
        await using IdentityGraph ordered = await Crowd.GraphAsync(Crowd.Model());
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model());
        foreach (SourceRecord version in versions)
        {
            await ordered.ResolveAsync(version);
        }

        foreach (SourceRecord version in versions.OrderBy(_ => random.NextBits()))
        {
            await graph.ResolveAsync(version);
        }

        Assert.Equal(ordered.Find(Crowd.Key("one")), graph.Find(Crowd.Key("one")));
        Assert.Equal("07700901999", graph.Find(Crowd.Key("one"))!["phone"]!.Values.First);
        Assert.Equal(versions, (await graph.HistoryAsync(Crowd.Key("one"))).OrderBy(static version => version.ObservedAt));
        Assert.Equal(Versions, graph.Count().Upserts + graph.Count().OutOfOrder);
        Assert.Equal((2, ordered.Count().Contents), (graph.Count().Records, graph.Count().Contents));
        Assert.All(versions[..50], version => Assert.Equal((ResolutionKind.Unchanged, true), (graph.ResolveAsync(version).AsTask().Result is var again ? again.Kind : default, again.IsOutdated)));
    }

    [Fact]
    public async Task LongKeysAndValues_AreKeptWhole()
    {
        var store = new InMemoryIdentityStore();
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), store);
        SourceRecord record = People.Record(new string('k', 10_240), new string('s', 10_240), new string('汉', 5_000), "Lee");
        await graph.ResolveAsync(record);
        Resolution joined = await graph.ResolveAsync(People.Record(new string('k', 10_241), "s", new string('汉', 5_000), "Lee"));
        Assert.Equal(ResolutionKind.Joined, joined.Kind);

        await using var opened = new IdentityGraph(new IdentitySetup { Store = store, Options = new MatchingOptions { LinkProbability = 0.8 } });
        await opened.OpenAsync();
        Assert.Equal(graph.Find(record.Key), opened.Find(record.Key));
        Assert.Equal(await graph.HashStateAsync(), await opened.HashStateAsync());
    }

    [Fact]
    public async Task RecordsOfAnotherTenantAndRowsThatWereRejected_AreRefusedOrCounted()
    {
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model());
        SourceRecord strange = new(People.Schema, Crowd.Key("strange"), Crowd.Person("x", "Ann").Values) { Tenant = "other" };
        await Assert.ThrowsAsync<ArgumentException>(async () => await graph.ResolveAsync(strange));
        await Assert.ThrowsAsync<ArgumentException>(async () => await graph.PreviewAsync(strange));
        RecordChange[] changes =
        [
            RecordChange.Upsert(Crowd.Person("1", "Ann", "Lee")), RecordChange.Reject(new RowRejection(2, "CI1001", "no key")), RecordChange.Upsert(strange),
            RecordChange.Upsert(Crowd.Person("2", "Ann", "Lee")), RecordChange.Delete(Crowd.Key("1")), RecordChange.Delete(Crowd.Key("unknown")),
        ];
        ResolutionKind[] kinds = [.. (await graph.ResolveAsync(changes.ToAsyncEnumerable()).ToArrayAsync()).Select(static resolution => resolution.Kind)];
        Assert.Equal([ResolutionKind.Created, ResolutionKind.Joined, ResolutionKind.Deleted, ResolutionKind.Deleted], kinds);
        Assert.Equal((2, 2), (graph.Count().Rejected, graph.Count().Records));

        await graph.LoadAsync(changes.ToAsyncEnumerable());
        Assert.Equal((4, 2), (graph.Count().Rejected, graph.Count().Records));
        Assert.Null(graph.Find(strange.Key));
    }

    /// <summary>A model that knows of a value that is too common to compare by.</summary>
    private static MatchModel Capped(string attribute, string value)
    {
        MatchModel model = Crowd.Model();
        ulong key = KeyOf(model, attribute, value);
        return model.WithBlocking(new BlockingChoice(
            [.. model.Blocking!.Rules.Select(chosen => chosen.Rule.Name == BlockingRule.On(attribute).Name ? chosen with { Oversize = [new OversizeBlock(key, 999, null)] } : chosen)], null));
    }

    private static ulong KeyOf(MatchModel model, string attribute, string value)
    {
        int rule = model.Blocking!.Rules.Select(static chosen => chosen.Rule.Name).ToList().IndexOf(BlockingRule.On(attribute).Name);
        var reader = new ContentReader(People.Schema, StandardizerSet.Default, new Dictionary<string, SourceConventions>(), default, LinkMode.DedupeAndLink, IdentifierPolicies.Default);
        var keys = new List<BlockKey>();
        new ContentKeys(model.Blocking, People.Schema).Add(reader.Read(Crowd.Person("x", email: value)), keys);
        return Assert.Single(keys, key => key.Rule == rule).Key;
    }
}
