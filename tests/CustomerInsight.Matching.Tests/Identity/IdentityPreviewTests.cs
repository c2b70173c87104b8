namespace CustomerInsight.Matching.Tests;

/// <summary>Previews write nothing, and say exactly what the call then comes to.</summary>
public sealed class IdentityPreviewTests
{
    [Fact]
    public void PreviewOfARecord_IsWhatResolvingComesTo() => Worlds.Check(25, 10, async (world, seed) =>
    {
        for (int i = 0; i < 10; i++)
        {
            SourceRecord record = world.Any();
            Resolution preview = await Quietly(world, () => world.Graph.PreviewAsync(record));
            Profile? would = preview.GetProfile();
            Resolution resolution = await world.UpsertAsync(record);
            Same(preview, resolution, $"seed {seed}");
            Assert.Equal(would, resolution.GetProfile());
        }
    });

    [Fact]
    public void PreviewOfADelete_IsWhatDeletingComesTo() => Worlds.Check(25, 15, async (world, seed) =>
    {
        foreach (RecordKey key in world.Live.Keys.Order().ToList())
        {
            Resolution preview = await Quietly(world, () => world.Graph.PreviewDeleteAsync(key));
            Resolution resolution = await world.DeleteAsync(key);
            Same(preview, resolution, $"seed {seed}");
            Assert.Null(resolution.GetProfile());
        }
    });

    [Fact]
    public void PreviewOfADecision_IsWhatDecidingComesTo() => Worlds.Check(25, 12, async (world, seed) =>
    {
        for (int i = 0; i < 6 && world.Live.Count > 1; i++)
        {
            StewardAction action = (i % 3) switch
            {
                0 when world.Several() is { } several => StewardAction.Unmerge(several.Id),
                1 when world.Decisions.Count > 0 => StewardAction.Retract(world.Decisions[^1]),
                _ => world.AnyAssertion(),
            };
            StewardResult? preview = await Quietly(world, () => Try(() => world.Graph.PreviewAsync(action)));
            (long cursor, string hash) = (world.Graph.Cursor, await world.Graph.HashStateAsync());
            StewardResult? result = action.Kind == StewardActionKind.Retract ? await Retract(world, action) : await Try(() => world.Graph.DecideAsync(action, "ann"));
            Assert.Equal(preview is null, result is null);
            if (preview is null || result is null)
            {
                continue;
            }

            Assert.Equal((0, preview.IsRefused), (preview.Decision, result.IsRefused));
            Assert.Equal(preview.Conflicts, result.Conflicts);
            Assert.Equal(preview.Impacts.Select(Plain), result.Impacts.Select(Plain));
            Assert.All(result.Impacts.Where(static impact => impact.After is not null), impact => Assert.Equal(world.Graph.Find(impact.Change.Profile).Profile, impact.After));
            Assert.True(!result.IsRefused || (cursor, hash) == (world.Graph.Cursor, await world.Graph.HashStateAsync()));
        }
    });

    private static async Task<StewardResult?> Retract(IdentityWorld world, StewardAction action)
    {
        StewardResult result = await world.Graph.DecideAsync(action, "ann");
        await Assert.ThrowsAsync<ArgumentException>(async () => await world.RetractAsync(action.Decision));
        world.Forget(action.Decision);
        return result;
    }

    private static async ValueTask<StewardResult?> Try(Func<ValueTask<StewardResult>> decide)
    {
        try
        {
            return await decide();
        }
        catch (ArgumentException tooLarge) when (tooLarge.Message.Contains(nameof(MatchingOptions.LargestCluster), StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static async Task<T> Quietly<T>(IdentityWorld world, Func<ValueTask<T>> preview)
    {
        (long cursor, string hash, string seen, IdentityCounts counts) = (world.Graph.Cursor, await world.Graph.HashStateAsync(), await Worlds.SeenAsync(world), world.Graph.Count());
        T result = await preview();
        Assert.Equal((cursor, hash, seen), (world.Graph.Cursor, await world.Graph.HashStateAsync(), await Worlds.SeenAsync(world)));
        Assert.Equal(counts, world.Graph.Count() with { PairsCompared = counts.PairsCompared });
        Assert.Equal(cursor, await world.Setup.Store.GetVersionAsync(string.Empty, default));
        return result;
    }

    private static void Same(Resolution preview, Resolution resolution, string where)
    {
        Assert.True(preview.IsPreview && !resolution.IsPreview);
        Assert.True((preview.Kind, preview.ProfileId, preview.IsOutdated) == (resolution.Kind, resolution.ProfileId, resolution.IsOutdated), $"{where}: {preview.Kind} {preview.ProfileId} but {resolution.Kind} {resolution.ProfileId}");
        Assert.Equal(preview.Changes.Select(Plain), resolution.Changes.Select(Plain));
        Assert.Equal(preview.Decisions.Select(static decision => (decision.Other, decision.Weight, decision.IsLinked, decision.IsTogether, decision.Rule)), resolution.Decisions.Select(static decision => (decision.Other, decision.Weight, decision.IsLinked, decision.IsTogether, decision.Rule)));
    }

    private static ProfileChange Plain(ProfileChange change) => change with { Cursor = 0, At = default };

    private static ProfileImpact Plain(ProfileImpact impact) => impact with { Change = Plain(impact.Change) };
}
