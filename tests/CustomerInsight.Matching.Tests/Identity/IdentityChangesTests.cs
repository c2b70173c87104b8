using System.Collections.Concurrent;

namespace CustomerInsight.Matching.Tests;

/// <summary>Following the change feed tells which profiles there are and where ids lead.</summary>
public sealed class IdentityChangesTests
{
    [Fact]
    public void FollowingFromAnyCursor_TellsWhichIdsAreLiveAndWhereTheOthersLead() => Worlds.Check(25, 0, async (world, seed) =>
    {
        var kept = new Dictionary<ProfileId, ProfileId?>();
        long cursor = 0;
        for (int round = 0; round < 6; round++)
        {
            await world.StepsAsync(4);
            ProfileChange[] changes = await world.Graph.ChangesAsync(cursor).ToArrayAsync();

            // One who stops anywhere goes on from the last cursor, and gets each change once at least.
            int stop = changes.Length == 0 ? 0 : world.Random.Next(changes.Length + 1);
            changes[..stop].ToList().ForEach(change => Take(kept, change));
            ProfileChange[] rest = await world.Graph.ChangesAsync(stop == 0 ? cursor : changes[stop - 1].Cursor).ToArrayAsync();
            Assert.Equal(changes[stop..], rest[Math.Max(0, rest.Length - (changes.Length - stop))..]);
            Array.ForEach(rest, change => Take(kept, change));
            Assert.True(changes.Zip(changes.Skip(1)).All(static pair => pair.First.Cursor <= pair.Second.Cursor && pair.First.At <= pair.Second.At));
            cursor = world.Graph.Cursor;

            Assert.Equal(world.Profiles().Keys.Order(), kept.Where(static id => id.Value == id.Key).Select(static id => id.Key).Order());
            Assert.All(kept, id => Assert.Equal(world.Graph.Find(id.Key).Profile?.Id, Follow(kept, id.Key)));
        }

        var anew = new Dictionary<ProfileId, ProfileId?>();
        await foreach (ProfileChange change in world.Graph.ChangesAsync())
        {
            Take(anew, change);
        }

        Assert.Equal(kept.OrderBy(static id => id.Key), anew.OrderBy(static id => id.Key));
    });

    [Fact]
    public async Task Following_SeesWhatComesLater_AndEndsWithTheGraph()
    {
        IdentityWorld world = await IdentityWorld.CreateAsync(7);
        var seen = new ConcurrentQueue<ProfileChange>();
        var some = new SemaphoreSlim(0);
        Task following = Task.Run(async () =>
        {
            await foreach (ProfileChange change in world.Graph.ChangesAsync(follow: true))
            {
                seen.Enqueue(change);
                some.Release();
            }
        });
        Resolution resolution = await world.Graph.ResolveAsync(IdentityWorld.Renamed(world.Any(), new RecordKey("a", "late")));
        do
        {
            Assert.True(await some.WaitAsync(TimeSpan.FromSeconds(30)));
        }
        while (!seen.Any(change => change.Cursor == resolution.Cursor));

        // What another process writes is told when this graph takes it in.
        await using (var other = new IdentityGraph(world.Setup))
        {
            resolution = await other.ResolveAsync(IdentityWorld.Renamed(world.Any(), new RecordKey("b", "later")));
        }

        await world.Graph.OpenAsync();
        do
        {
            Assert.True(await some.WaitAsync(TimeSpan.FromSeconds(30)));
        }
        while (!seen.Any(change => change.Cursor == resolution.Cursor));

        await world.Graph.DisposeAsync();
        await following.WaitAsync(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await world.Graph.ResolveAsync(world.Any()));
    }

    [Fact]
    public async Task Following_CanBeCancelled()
    {
        IdentityWorld world = await IdentityWorld.CreateAsync(8);
        using var cancel = new CancellationTokenSource();
        Task following = Task.Run(async () =>
        {
            await foreach (ProfileChange change in world.Graph.ChangesAsync(world.Graph.Cursor, follow: true, cancel.Token))
            {
                Assert.Fail("There is nothing to tell.");
            }
        });
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Changes_OfALoadTooLargeForOneEntry_AreBehindTheBlockOnlyAtItsEnd()
    {
        const int Many = 4_200;
        IdentityWorld world = await IdentityWorld.CreateAsync(3);
        long before = world.Graph.Cursor;
        await world.LoadAsync([.. Enumerable.Range(0, Many).Select(i => new SourceRecord(
            DirectPeople.Schema, new RecordKey("c", $"n{i}"), [.. DirectPeople.Schema.Attributes.Select(attribute => new AttributeValues(attribute.Name == "email" ? $"person{i}@one{i}.example" : null))]))], null);

        List<ProfileChange> changes = await world.Graph.ChangesAsync(before).ToListAsync();

        Assert.True(changes.Count(static change => change.Kind == ProfileChangeKind.Created) >= Many);
        Assert.Equal(world.Graph.Cursor, changes[^1].Cursor);
        Assert.All(changes.SkipLast(1), change => Assert.True(change.Cursor < world.Graph.Cursor));
        await world.Graph.DisposeAsync();
    }

    private static void Take(Dictionary<ProfileId, ProfileId?> kept, ProfileChange change) => kept[change.Profile] = change.Kind switch
    {
        ProfileChangeKind.Merged => change.To,
        ProfileChangeKind.Emptied => null,
        _ => change.Profile,
    };

    private static ProfileId? Follow(Dictionary<ProfileId, ProfileId?> kept, ProfileId id)
    {
        while (kept[id] is { } to)
        {
            if (to == id)
            {
                return id;
            }

            id = to;
        }

        return null;
    }
}
