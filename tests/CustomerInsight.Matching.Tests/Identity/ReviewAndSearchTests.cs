namespace CustomerInsight.Matching.Tests;

/// <summary>What people are shown: the pairs most worth a look, and what a search finds.</summary>
public sealed class ReviewAndSearchTests
{
    private static readonly SourceRecord[] Records =
    [
        Crowd.Person("1", "Ann", "Lee", "1980-04-05"),
        Crowd.Person("2", "Ann", "Lee", "1980-04-05", phone: "07700900123"),
        Crowd.Person("3", "Bob", email: "bob@a.com"),
        Crowd.Person("4", "Bob", phone: "02079460000"),
        Crowd.Person("5", family: "Grant", email: "grant@c.net"),
        Crowd.Person("6", family: "Grant", email: "grant@c.net"),
        Crowd.Person("7", "Zoe", "Quill", "1931-01-01"),
        Crowd.Person("8", phone: "07700900123"),
    ];

    [Fact]
    public async Task Review_GivesTheMostWorthFirst_AndNothingDecided()
    {
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), null, null, Records);
        ValueList<ReviewItem> items = await graph.ReviewAsync();

        Assert.Equal(items.OrderByDescending(static item => item.Worth).Select(static item => item.Worth), items.Select(static item => item.Worth));
        Assert.Equal(items.Count, items.Select(static item => (Min(item.LeftProfile, item.RightProfile), item.LeftProfile.Value + item.RightProfile.Value)).Distinct().Count());
        Assert.Contains(items, static item => item.Kind == ReviewKind.PossibleMatch && (item.Left, item.Right) == (Crowd.Key("3"), Crowd.Key("4")));
        Assert.Contains(items, static item => item.Kind == ReviewKind.PossibleMatch && item.Right == Crowd.Key("8") && item.Reason is null);
        Assert.Equal(items[0], Assert.Single(await graph.ReviewAsync(1)));
        Assert.All(items, static item => Assert.Equal(item.Evidence.Weight, item.Evidence.PriorWeight + item.Evidence.Evidence.Sum(static line => line.Weight), 9));

        await graph.DecideAsync(StewardAction.Different(Crowd.Key("3"), Crowd.Key("4")), "ann");
        await graph.DecideAsync(StewardAction.Same(Crowd.Key("5"), Crowd.Key("6")), "ann");
        ValueList<ReviewItem> rest = await graph.ReviewAsync();
        Assert.DoesNotContain(rest, static item => item.Left == Crowd.Key("3") && item.Right == Crowd.Key("4"));
        Assert.DoesNotContain(rest, static item => item.Kind == ReviewKind.WeakLink && item.Left == Crowd.Key("5"));

        static long Min(ProfileId left, ProfileId right) => Math.Min(left.Value, right.Value);
    }

    [Fact]
    public async Task Review_OfWhatIsKeptApart_SaysWhatKeepsItApart()
    {
        await using var graph = new IdentityGraph(new IdentitySetup
        {
            Design = static schema => PeopleDesign.For(schema) with
            {
                NoMatchRules = [new NoMatchRule("other birthday", Condition.All(Condition.Not(Condition.Same("date_of_birth")), Condition.Not(Condition.Missing("date_of_birth"))))],
            },
        });
        SourceRecord[] records = [Crowd.Person("1", "Ann", "Lee", "1980-04-05", "ann@a.com", "07700900123"), Crowd.Person("2", "Ann", "Lee", "1955-01-31", "ann@a.com", "07700900123")];
        await graph.LoadAsync(records.Select(static record => RecordChange.Upsert(record)).ToAsyncEnumerable(), Crowd.Model());

        ReviewItem item = Assert.Single(await graph.ReviewAsync());
        Assert.Equal((ReviewKind.KeptApart, ApartReason.Rule, "other birthday"), (item.Kind, item.Reason!.Value, item.Rule!));
        Assert.NotEqual(item.LeftProfile, item.RightProfile);
    }

    [Fact]
    public async Task Search_ByOneAttribute_FindsAllWhoHaveIt_TheLikeliestFirst()
    {
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), null, null, Records);
        ValueList<SearchHit> byPhone = graph.Search(Crowd.Person("x", phone: "07700900123"));
        Assert.Equal([graph.Find(Crowd.Key("2"))!.Id, graph.Find(Crowd.Key("8"))!.Id], byPhone.Select(static hit => hit.Profile.Id).Order());

        ValueList<SearchHit> byTwo = graph.Search(Crowd.Person("x", "Ann", phone: "07700900123"));
        Assert.Equal(Crowd.Key("2"), byTwo[0].Record);
        Assert.Equal(graph.Find(Crowd.Key("2")), byTwo[0].Profile);
        Assert.Equal(byTwo.OrderByDescending(static hit => hit.Weight).Select(static hit => hit.Record), byTwo.Select(static hit => hit.Record));
        Assert.All(byTwo.Concat(byPhone), static hit =>
        {
            Assert.Equal(hit.Weight, hit.Evidence.Weight, 9);
            Assert.Equal(hit.Weight, hit.Evidence.PriorWeight + hit.Evidence.Evidence.Sum(static line => line.Weight), 9);
        });
        Assert.Single(graph.Search(Crowd.Person("x", phone: "07700900123"), most: 1));
        Assert.Empty(graph.Search(Crowd.Person("x", phone: "07000000000")));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Search(Crowd.Person("x"), 0));
        Assert.Equal(Records.Length, graph.Count().Records);
    }

    [Fact]
    public async Task WhatCannotBeDecided_SaysWhy_AndWritesNothing()
    {
        await using IdentityGraph graph = await Crowd.GraphAsync(Crowd.Model(), null, null, Records);
        (string hash, long cursor) = (await graph.HashStateAsync(), graph.Cursor);
        ProfileId one = graph.Find(Crowd.Key("1"))!.Id;
        StewardAction[] impossible =
        [
            StewardAction.Merge(one, new ProfileId(99)), StewardAction.Unmerge(new ProfileId(99)), StewardAction.Unmerge(one, Crowd.Key("3")), StewardAction.Unmerge(one, Crowd.Key("1"), Crowd.Key("2")),
            StewardAction.Unmerge(graph.Find(Crowd.Key("3"))!.Id), StewardAction.Same(Crowd.Key("1"), Crowd.Key("nobody")), StewardAction.Retract(77),
        ];
        foreach (StewardAction action in impossible)
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await graph.PreviewAsync(action));
            Assert.Equal("action", (await Assert.ThrowsAsync<ArgumentException>(async () => await graph.DecideAsync(action, "ann"))).ParamName);
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await graph.DecideAsync(StewardAction.Same(Crowd.Key("1"), Crowd.Key("3")), " "));
        Assert.Equal((hash, cursor), (await graph.HashStateAsync(), graph.Cursor));

        await graph.DecideAsync(StewardAction.Different(Crowd.Key("1"), Crowd.Key("3")), "ann", "met both");
        StewardResult refused = await graph.DecideAsync(StewardAction.Merge(one, graph.Find(Crowd.Key("3"))!.Id), "bob");
        Assert.True(refused.IsRefused);
        Assert.Equal(("ann", "met both"), (Assert.Single(refused.Conflicts).Note!.Author, refused.Conflicts[0].Note!.Reason));
        Assert.Single(await graph.DecisionsAsync());
    }
}
