using System.Runtime.CompilerServices;

namespace CustomerInsight;

/// <summary>What another survivorship policy would change, before anything is written.</summary>
/// <remarks>Each profile's records are merged under both policies and the outcomes compared. Neither the records nor the profiles are touched, and nothing is stored.</remarks>
/// <example><c>new PolicyPreview(new ProfileMerger(current), new ProfileMerger(proposed)).CountAsync(PolicyPreview.RecordsOf(run).ToAsyncEnumerable())</c></example>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class PolicyPreview
{
    private const int ProgressEvery = 4_096;

    private readonly IProfileMerger _before;
    private readonly IProfileMerger _after;

    /// <summary>Makes a preview.</summary>
    /// <param name="before">Merges by the policy that holds.</param>
    /// <param name="after">Merges by the policy that is proposed.</param>
    public PolicyPreview(IProfileMerger before, IProfileMerger after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        _before = before;
        _after = after;
    }

    /// <summary>Gives the records of each profile of a run, to be merged anew.</summary>
    /// <param name="run">The run.</param>
    /// <returns>One entry for each cluster that has a profile, in the order of the clusters, made as it is asked for; the ids are those that the run gave.</returns>
    public static IEnumerable<ProfileRecords> RecordsOf(InsightRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Each(run);

        static IEnumerable<ProfileRecords> Each(InsightRun run)
        {
            // Ids that last from run to run do not rise with the clusters, so a profile is found by its first record.
            var idOf = run.Profiles.ToDictionary(static profile => profile.Records[0], static profile => profile.Id);
            foreach (RecordCluster cluster in run.Clusters)
            {
                if (idOf.TryGetValue(run.Records.Records[cluster.Records[0]].Key, out ProfileId id))
                {
                    yield return new ProfileRecords(id, ValueList.Create<MergeRecord>(ClusterRecords.Of(run.Records, cluster)));
                }
            }
        }
    }

    /// <summary>Compares one profile.</summary>
    /// <param name="profile">The profile's records.</param>
    /// <returns>What would change, or null for nothing.</returns>
    /// <exception cref="ArgumentException">The profile has no record, or a merger refuses its records.</exception>
    public ProfileDifference? Compare(ProfileRecords profile) =>
        ProfileDifference.Between(_before.Merge(profile.Id, profile.Records), _after.Merge(profile.Id, profile.Records));

    /// <summary>Compares profiles one after another.</summary>
    /// <param name="profiles">The profiles' records.</param>
    /// <param name="progress">Is told how many were compared, now and then and at the end; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What would change of each profile that changes, in the order of <paramref name="profiles"/>; only one is held at a time.</returns>
    public async IAsyncEnumerable<ProfileDifference> CompareAsync(IAsyncEnumerable<ProfileRecords> profiles, IProgress<long>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        await foreach (ProfileDifference? difference in EachAsync(profiles, progress, cancellationToken).ConfigureAwait(false))
        {
            if (difference is not null)
            {
                yield return difference;
            }
        }
    }

    /// <summary>Counts what would change.</summary>
    /// <param name="profiles">The profiles' records.</param>
    /// <param name="progress">Is told how many were compared, now and then and at the end; null for nobody.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The numbers.</returns>
    public async Task<PolicyImpact> CountAsync(IAsyncEnumerable<ProfileRecords> profiles, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        long all = 0;
        long changed = 0;
        var fields = new SortedDictionary<string, FieldImpact>(StringComparer.Ordinal);
        await foreach (ProfileDifference? difference in EachAsync(profiles, progress, cancellationToken).ConfigureAwait(false))
        {
            all++;
            changed += difference is null ? 0 : 1;
            foreach (FieldChange change in difference?.Changes ?? default)
            {
                FieldImpact counted = fields.GetValueOrDefault(change.Field, new FieldImpact(change.Field, 0, 0, 0, 0));
                fields[change.Field] = change.Kind switch
                {
                    FieldChangeKind.Value => counted with { Values = counted.Values + 1 },
                    FieldChangeKind.Winner => counted with { Winners = counted.Winners + 1 },
                    FieldChangeKind.Added => counted with { Added = counted.Added + 1 },
                    _ => counted with { Removed = counted.Removed + 1 },
                };
            }
        }

        return new PolicyImpact(all, changed, ValueList.From(fields.Values));
    }

    private async IAsyncEnumerable<ProfileDifference?> EachAsync(IAsyncEnumerable<ProfileRecords> profiles, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long done = 0;
        await foreach (ProfileRecords profile in profiles.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Compare(profile);
            if (++done % ProgressEvery == 0)
            {
                progress?.Report(done);
            }
        }

        progress?.Report(done);
    }
}
