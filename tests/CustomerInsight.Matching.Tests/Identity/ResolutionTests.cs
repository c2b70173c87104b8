namespace CustomerInsight.Matching.Tests;

/// <summary>What single calls come to, case by case.</summary>
public sealed class ResolutionTests
{
    private static readonly SourceRecord Ann = Crowd.Person("ann", "Ann", "Lee", "1980-04-05");
    private static readonly SourceRecord Anne = Crowd.Person("anne", "Ann", "Lee");
    private static readonly SourceRecord Mail = Crowd.Person("mail", email: "ann@a.com", phone: "07700900123");
    private static readonly SourceRecord Bridge = Crowd.Person("bridge", "Ann", "Lee", "1980-04-05", "ann@a.com", "07700900123");

    [Fact]
    public async Task EachKindOfOutcome_IsToldAsSuch()
    {
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model());
        Resolution created = await graph.ResolveAsync(Ann);
        Resolution joined = await graph.ResolveAsync(Anne);
        Resolution same = await graph.ResolveAsync(Crowd.Person("anne", "Ann", "Lee"));
        Resolution updated = await graph.ResolveAsync(Crowd.Person("anne", "Ann", "Lee", phone: "02071234567", day: 2));
        Resolution outdated = await graph.ResolveAsync(Crowd.Person("anne", "Anne", "Lee", day: 0));
        Resolution apart = await graph.ResolveAsync(Mail);
        Assert.Equal(
            [ResolutionKind.Created, ResolutionKind.Joined, ResolutionKind.Unchanged, ResolutionKind.Updated, ResolutionKind.Unchanged, ResolutionKind.Created],
            [created.Kind, joined.Kind, same.Kind, updated.Kind, outdated.Kind, apart.Kind]);
        Assert.Equal((created.ProfileId, false, true), (joined.ProfileId, same.IsOutdated, outdated.IsOutdated));
        Assert.Equal(ProfileChangeKind.ValuesChanged, Assert.Single(updated.Changes).Kind);
        Assert.Empty(outdated.Changes);

        Resolution merged = await graph.ResolveAsync(Bridge);
        Assert.Equal((ResolutionKind.Merged, created.ProfileId), (merged.Kind, merged.ProfileId));
        Assert.Equal([(ProfileChangeKind.RecordsChanged, created.ProfileId, 2), (ProfileChangeKind.Merged, apart.ProfileId, 0)], merged.Changes.Select(static change => (change.Kind, (ProfileId?)change.Profile, change.Added)));
        Assert.Equal((ProfileState.Merged, created.ProfileId), (graph.Find(apart.ProfileId!.Value).State, graph.Find(apart.ProfileId.Value).Profile?.Id));
        Assert.Equal([apart.ProfileId.Value], merged.GetProfile()!.PreviousIds);

        Resolution split = await graph.ResolveAsync(Crowd.Person("bridge", "Ann", "Lee", "1980-04-05", day: 2));
        Assert.Equal((ResolutionKind.Split, created.ProfileId), (split.Kind, split.ProfileId));
        Assert.Contains((ProfileChangeKind.Revived, apart.ProfileId.Value), split.Changes.Select(static change => (change.Kind, change.Profile)));
        Assert.Empty(split.GetProfile()!.PreviousIds);

        Resolution moved = await graph.ResolveAsync(Crowd.Person("bridge", email: "ann@a.com", phone: "07700900123", day: 3));
        Assert.Equal((ResolutionKind.Joined, apart.ProfileId), (moved.Kind, moved.ProfileId));
        Resolution deleted = await graph.DeleteAsync(Bridge.Key);
        Assert.Equal((ResolutionKind.Deleted, null), (deleted.Kind, deleted.ProfileId));
        Assert.Equal((ResolutionKind.Deleted, 0), ((await graph.DeleteAsync(Bridge.Key)).Kind, (await graph.DeleteAsync(new RecordKey("s", "never"))).Changes.Count));
        Resolution back = await graph.ResolveAsync(Bridge);
        Assert.Equal(ResolutionKind.Merged, back.Kind);
    }

    [Fact]
    public async Task Decisions_HaveEvidenceThatAddsUp_TheHeaviestFirst()
    {
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), null, null, Ann, Anne, Mail, Crowd.Person("bob", "Bob", "Lee"));
        Resolution resolution = await graph.ResolveAsync(Bridge);

        Assert.Equal([Crowd.Key("ann"), Crowd.Key("anne"), Crowd.Key("mail")], resolution.Decisions.Take(3).Select(static decision => decision.Other).Order());
        Assert.Equal(resolution.Decisions.OrderByDescending(static decision => decision.Weight).Select(static decision => decision.Other), resolution.Decisions.Select(static decision => decision.Other));
        Assert.All(resolution.Decisions, static decision =>
        {
            Assert.Equal(decision.Weight, decision.Evidence.Weight, 9);
            Assert.Equal(decision.Weight, decision.Evidence.PriorWeight + decision.Evidence.Evidence.Sum(static line => line.Weight), 9);
        });
        Assert.DoesNotContain("Lee", resolution.Explain(), StringComparison.Ordinal);
        Assert.Contains(resolution.ProfileId.ToString()!, resolution.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterAnUnmerge_TheTwoStayApart_WhateverIsRunAgain()
    {
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), null, null, Ann, Anne, Mail);
        ProfileId both = graph.Find(Ann.Key)!.Id;
        StewardResult unmerged = await graph.DecideAsync(StewardAction.Unmerge(both, Anne.Key), "ann", "two people");
        ProfileId other = graph.Find(Anne.Key)!.Id;
        Assert.NotEqual(other, graph.Find(Ann.Key)!.Id);

        await graph.AdoptAsync(graph.Model);
        await graph.AdoptAsync(Crowd.Model(new Identifier("device", string.Empty, "1")));
        await graph.LoadAsync(new[] { Ann, Crowd.Person("anne", "Ann", "Lee", "1980-04-05", day: 2) }.Select(static record => RecordChange.Upsert(record)).ToAsyncEnumerable());
        await graph.ResolveAsync(Crowd.Person("ann", "Ann", "Lee", "1980-04-05", "ann@a.com", day: 3));
        Assert.Equal([both, other], [graph.Find(Ann.Key)!.Id, graph.Find(Anne.Key)!.Id]);
        Assert.DoesNotContain(await graph.ReviewAsync(), item => item.LeftProfile == both && item.RightProfile == other);

        await graph.DecideAsync(StewardAction.Retract(unmerged.Decision), "ann");
        Assert.Equal([both, both], [graph.Find(Ann.Key)!.Id, graph.Find(Anne.Key)!.Id]);
        Assert.Equal((ProfileState.Merged, both), (graph.Find(other).State, graph.Find(other).Profile!.Id));
    }

    [Fact]
    public async Task HubsAndBlockedValues_NeverLinkByThemselves()
    {
        Identifier hub = new("device", string.Empty, "hub");
        Identifier blank = new("card", "shop", " ");
        SourceRecord[] sharing = [.. Enumerable.Range(0, 8).Select(i => Crowd.Dated(People.Record($"{i}"), i, hub, blank))];
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(hub));
        foreach (SourceRecord record in sharing)
        {
            Assert.Equal(ResolutionKind.Created, (await graph.ResolveAsync(record)).Kind);
        }

        Assert.Equal(sharing.Length + 1, graph.Count().Profiles);
        await graph.AdoptAsync(Crowd.Model());
        Assert.Equal(2, graph.Count().Profiles);

        await using var blocked = new IdentityGraph(new IdentitySetup { Design = static schema => PeopleDesign.For(schema) with { BlockedValues = [new BlockedValue("email", "info@firm.com"), new BlockedValue("phone", "02079460000")] } });
        await blocked.LoadAsync(new[] { Ann }.Select(static record => RecordChange.Upsert(record)).ToAsyncEnumerable(), Crowd.Model());
        Assert.Equal(ResolutionKind.Created, (await blocked.ResolveAsync(Crowd.Person("1", email: "info@firm.com", phone: "02079460000"))).Kind);
        Assert.Equal(ResolutionKind.Created, (await blocked.ResolveAsync(Crowd.Person("2", "Bob", email: "info@firm.com", phone: "02079460000"))).Kind);
        Assert.Equal(3, blocked.Count().Profiles);
    }
}
