using System.Runtime.CompilerServices;

namespace CustomerInsight;

public sealed class PolicyPreviewTests
{
    private static readonly ProfileMerger Current = new(MergeRules.Standard);
    private static readonly ProfileMerger Proposed = new(MergeRules.Standard.Default(Survivorship.Oldest).Group("address", Survivorship.Longest));

    [Fact]
    public void Compare_AnyRecords_ListsTheFieldsThatDifferAndNoOther() =>
        Prop.ForAll(MergeRecords.Sets, records =>
        {
            Profile before = Current.Merge(new ProfileId(3), records);
            Profile after = Proposed.Merge(new ProfileId(3), records);
            ProfileDifference? difference = new PolicyPreview(Current, Proposed).Compare(new ProfileRecords(new ProfileId(3), [.. records]));
            string[] expected = [.. before.Fields.Select(static field => field.Name).Union(after.Fields.Select(static field => field.Name)).Order(StringComparer.Ordinal)
                .Where(name => before[name]?.Values != after[name]?.Values || before[name]?.Winner.Record != after[name]?.Winner.Record)];
            return expected.SequenceEqual(difference?.Changes.Select(static change => change.Field) ?? [])
                && (difference is null || (difference.Before == before && difference.After == after))
                && (difference?.Changes.All(change => change.Before == before[change.Field] && change.After == after[change.Field]
                    && (change.Kind == FieldChangeKind.Value) == (change.Before!.Values != change.After!.Values)) ?? true);
        }).Check(Quick.Tests(500));

    [Fact]
    public void Compare_TheSamePolicy_ChangesNothing() =>
        Prop.ForAll(MergeRecords.Sets, static records => new PolicyPreview(Current, new ProfileMerger(MergeRules.Standard)).Compare(new ProfileRecords(new ProfileId(1), [.. records])) is null).Check(Quick.Tests(100));

    [Fact]
    public void Between_FieldsOfOneProfileOnly_AreAddedOrRemoved()
    {
        Profile one = Current.Merge(new ProfileId(1), [MergeRecords.Of(MergeRecords.Erp, "1", 1, "Lee", "York", null)]);
        Profile other = Current.Merge(new ProfileId(1), [MergeRecords.Of(MergeRecords.Erp, "1", 1, "Lee", null, "1990-01-02")]);

        ProfileDifference difference = ProfileDifference.Between(one, other)!;

        Assert.Equal([("city", FieldChangeKind.Removed), ("date_of_birth", FieldChangeKind.Added)], difference.Changes.Select(static change => (change.Field, change.Kind)));
        Assert.Null(ProfileDifference.Between(one, one));
    }

    [Fact]
    public async Task Count_Profiles_AddsUpTheDifferencesAndNamesNoValue()
    {
        ProfileRecords[] profiles = [.. Enumerable.Range(1, 50).Select(static i => new ProfileRecords(new ProfileId(i),
        [
            MergeRecords.Of(MergeRecords.Erp, "1", 1, "Secret", "York", null),
            MergeRecords.Of(MergeRecords.Erp, "2", 2, i % 2 == 0 ? "Secret" : "Hidden", "York", null),
        ]))];
        var preview = new PolicyPreview(Current, new ProfileMerger(MergeRules.Standard.Default(Survivorship.Oldest).Group("name", Survivorship.Oldest).Group("address", Survivorship.MostRecent)));
        var seen = new List<long>();

        PolicyImpact impact = await preview.CountAsync(Stream(profiles), new Recorder(seen));
        var differences = new List<ProfileDifference>();
        await foreach (ProfileDifference difference in preview.CompareAsync(Stream(profiles)))
        {
            differences.Add(difference);
        }

        Assert.Equal(new PolicyImpact(50, 50, [new FieldImpact("family_name", 25, 25, 0, 0)]), impact);
        Assert.Equal(50, differences.Count);
        Assert.Equal([50], seen);
        string text = impact.Describe() + string.Concat(differences) + string.Concat(differences.SelectMany(static difference => difference.Changes));
        Assert.Contains("25 other values", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        ProfileRecords[] profiles = [.. Enumerable.Range(1, 9).Select(static i => new ProfileRecords(new ProfileId(i), [MergeRecords.Of(MergeRecords.Erp, "1", 1, "Lee", null, null)]))];
        var preview = new PolicyPreview(Current, new Cancelling(cancel));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => preview.CountAsync(Stream(profiles), cancellationToken: cancel.Token));
    }

    [Fact]
    public async Task RecordsOf_ARun_MergesToTheRunsProfiles()
    {
        SourceRecord[] records = [.. Enumerable.Range(0, 7).Select(static i => MergeRecords.Of(MergeRecords.Erp, $"{i}", 1 + (i % 3), "Lee", i % 2 == 0 ? "York" : null, "n/a").Record)];
        InsightRun plain = await new InsightEngine(new InsightSetup { RecordSources = [new OneSource(records)] }).RunAsync();
        InsightRun lasting = await new InsightEngine(new InsightSetup { RecordSources = [new OneSource(records)], Stages = [new OtherIds()] }).RunAsync();

        Assert.Equal(7, plain.Profiles.Count);
        Assert.Equal(plain.Profiles, Merged(plain));
        Assert.Equal(new ProfileId(100), lasting.Profiles[0].Id);
        Assert.Equal(lasting.Profiles, Merged(lasting).OrderBy(static profile => profile.Id));

        static IEnumerable<Profile> Merged(InsightRun run) => PolicyPreview.RecordsOf(run).Select(static profile => Current.Merge(profile.Id, profile.Records));
    }

    private static async IAsyncEnumerable<ProfileRecords> Stream(IEnumerable<ProfileRecords> profiles)
    {
        foreach (ProfileRecords profile in profiles)
        {
            await Task.Yield();
            yield return profile;
        }
    }

    private sealed class Recorder(List<long> seen) : IProgress<long>
    {
        public void Report(long value) => seen.Add(value);
    }

    private sealed class Cancelling(CancellationTokenSource cancel) : IProfileMerger
    {
        public Profile Merge(ProfileId id, IReadOnlyList<MergeRecord> records)
        {
            cancel.Cancel();
            return Current.Merge(id, records);
        }
    }

    /// <summary>Gives the profiles ids in the reverse order of their records, as ids that last may be.</summary>
    private sealed class OtherIds : IInsightStage
    {
        public string Name => "other ids";

        public InsightPhase Phase => InsightPhase.Model;

        public ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
        {
            context.Profiles = [.. context.Profiles.Reverse().Select(static (profile, i) => profile with { Id = new ProfileId(100 + i) })];
            return ValueTask.CompletedTask;
        }
    }

    private sealed class OneSource(SourceRecord[] records) : IRecordSource
    {
        public string Name => "erp";

        public async IAsyncEnumerable<RecordChange> ReadAsync(SourceCursor after, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            foreach (SourceRecord record in records)
            {
                yield return RecordChange.Upsert(record);
            }
        }
    }
}
