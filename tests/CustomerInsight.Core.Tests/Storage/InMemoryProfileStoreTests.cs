namespace CustomerInsight;

public sealed class InMemoryProfileStoreTests
{
    private const string Tenant = "";
    private readonly InMemoryProfileStore _store = new();

    [Fact]
    public async Task Store_New_IsEmptyAtVersionZero()
    {
        Assert.Equal(0, await _store.GetVersionAsync(Tenant, default));
        Assert.Null(await _store.FindAsync(Tenant, new ProfileId(1), default));
        Assert.Empty(await IdsAsync());
    }

    [Fact]
    public async Task Commit_Profiles_ReplacesAllAndRaisesTheVersion()
    {
        Assert.Equal(1, await WriteAsync(0, 3, 1, 2));
        Assert.Equal([1L, 2L, 3L], await IdsAsync());
        Assert.Equal(2, await WriteAsync(1, 5, 2));

        Assert.Equal([2L, 5L], await IdsAsync());
        Assert.Equal(2, await _store.GetVersionAsync(Tenant, default));
        Assert.Equal(new ProfileId(5), (await _store.FindAsync(Tenant, new ProfileId(5), default))!.Id);
        Assert.Null(await _store.FindAsync(Tenant, new ProfileId(3), default));
    }

    [Fact]
    public async Task FindAsync_EachOfManyProfiles_FindsIt()
    {
        long[] ids = [.. Enumerable.Range(1, 101).Select(static number => 2L * number)];
        await WriteAsync(0, ids);
        for (long id = 1; id <= 204; id++)
        {
            Assert.Equal(ids.Contains(id), await _store.FindAsync(Tenant, new ProfileId(id), default) is not null);
        }
    }

    [Fact]
    public async Task Dispose_WithoutCommit_LeavesTheStoreAsItWas()
    {
        await WriteAsync(0, 1);
        await using (IUnitOfWork unit = await _store.BeginAsync(Tenant, 1, default))
        {
            await _store.ReplaceAllAsync(unit, [Profile(9)], default);
            Assert.Equal([1L], await IdsAsync());
        }

        Assert.Equal([1L], await IdsAsync());
        Assert.Equal(1, await _store.GetVersionAsync(Tenant, default));
    }

    [Fact]
    public async Task Commit_OnAnOldVersion_ConflictsAndWritesNothing()
    {
        await using IUnitOfWork first = await _store.BeginAsync(Tenant, 0, default);
        await using IUnitOfWork second = await _store.BeginAsync(Tenant, 0, default);
        await _store.ReplaceAllAsync(first, [Profile(1)], default);
        await _store.ReplaceAllAsync(second, [Profile(2)], default);
        Assert.Equal(1, await first.CommitAsync(default));

        StoreConflictException error = await Assert.ThrowsAsync<StoreConflictException>(async () => await second.CommitAsync(default));
        Assert.Contains("version 1", error.Message, StringComparison.Ordinal);
        Assert.Equal([1L], await IdsAsync());
    }

    [Fact]
    public async Task Commit_WithoutWrites_KeepsTheProfiles()
    {
        await WriteAsync(0, 1);
        await using IUnitOfWork unit = await _store.BeginAsync(Tenant, 1, default);

        Assert.Equal(2, await unit.CommitAsync(default));
        Assert.Equal([1L], await IdsAsync());
    }

    [Fact]
    public async Task UnitOfWork_Ended_CannotBeUsed()
    {
        IUnitOfWork unit = await _store.BeginAsync(Tenant, 0, default);
        await unit.CommitAsync(default);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await unit.CommitAsync(default));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _store.ReplaceAllAsync(unit, [], default));

        IUnitOfWork disposed = await _store.BeginAsync(Tenant, 1, default);
        await disposed.DisposeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await disposed.CommitAsync(default));
    }

    [Fact]
    public async Task Commit_Cancelled_HasWrittenNothingAndMayBeTriedAgain()
    {
        await using IUnitOfWork unit = await _store.BeginAsync(Tenant, 0, default);
        await _store.ReplaceAllAsync(unit, [Profile(1)], default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await unit.CommitAsync(new CancellationToken(canceled: true)));
        Assert.Equal(0, await _store.GetVersionAsync(Tenant, default));
        Assert.Equal(1, await unit.CommitAsync(default));
    }

    [Fact]
    public async Task ReadAllAsync_CommitMeanwhile_ReadsOnAsItWas()
    {
        await WriteAsync(0, 1, 2, 3);
        var read = new List<long>();
        await foreach (Profile profile in _store.ReadAllAsync(Tenant, default))
        {
            read.Add(profile.Id.Value);
            await WriteAsync(read.Count, 9);
        }

        Assert.Equal([1L, 2L, 3L], read);
        Assert.Equal([9L], await IdsAsync());
    }

    [Fact]
    public async Task Tenants_Two_DoNotSeeEachOther()
    {
        await WriteAsync(0, 1);

        Assert.Equal(0, await _store.GetVersionAsync("other", default));
        Assert.Null(await _store.FindAsync("other", new ProfileId(1), default));
    }

    [Fact]
    public async Task ReplaceAllAsync_Unusable_Throws()
    {
        await using IUnitOfWork foreign = await new InMemoryProfileStore().BeginAsync(Tenant, 0, default);
        await using IUnitOfWork own = await _store.BeginAsync(Tenant, 0, default);

        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.ReplaceAllAsync(foreign, [], default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.ReplaceAllAsync(own, [Profile(1), Profile(1)], default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.ReplaceAllAsync(own, [Profile(1)], new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Commit_ManyAtOnce_LetsExactlyOneOfEachVersionThrough()
    {
        int[] committed = await Task.WhenAll(Enumerable.Range(1, 8).Select(writer => Task.Run(async () =>
        {
            int done = 0;
            while (done < 50)
            {
                await using IUnitOfWork unit = await _store.BeginAsync(Tenant, await _store.GetVersionAsync(Tenant, default), default);
                await _store.ReplaceAllAsync(unit, [Profile(writer), Profile(writer + 100)], default);
                try
                {
                    await unit.CommitAsync(default);
                    done++;
                }
                catch (StoreConflictException)
                {
                    // Another was faster.
                }

                List<long> ids = await IdsAsync();
                Assert.True(ids.Count == 2 && ids[1] - ids[0] == 100);
            }

            return done;
        })));

        Assert.Equal(committed.Sum(), await _store.GetVersionAsync(Tenant, default));
    }

    private static Profile Profile(long id) => new(new ProfileId(id), EntityKind.Person, [new RecordKey("crm", "1")], [], []);

    private async Task<long> WriteAsync(long version, params long[] ids)
    {
        await using IUnitOfWork unit = await _store.BeginAsync(Tenant, version, default);
        await _store.ReplaceAllAsync(unit, ids.Select(Profile), default);
        return await unit.CommitAsync(default);
    }

    private async Task<List<long>> IdsAsync()
    {
        var ids = new List<long>();
        await foreach (Profile profile in _store.ReadAllAsync(Tenant, default))
        {
            ids.Add(profile.Id.Value);
        }

        return ids;
    }
}
