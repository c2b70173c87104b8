using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Gives clusters their ids: what goes on keeps its id, of what merges the oldest survives, and what parts gets back the id that it brought.</summary>
/// <remarks>
/// In this order: the ids in use, the oldest first, each to the free cluster that holds most of the records which brought it, then most of its records, then fewest of others; the ids out of use,
/// the oldest first, each to the free cluster with most records which brought it; new ids to the rest, in canonical order. Ties go to the first cluster in canonical order.
/// </remarks>
internal static class ProfileAssignment
{
    /// <summary>Gives the ids.</summary>
    /// <param name="clusters">The clusters, by their first records. Nobody else's records are in their records' profiles.</param>
    /// <param name="before">The profiles that may lose all of their records to others or none, beside those of the clusters' records.</param>
    /// <param name="state">The profiles as they are.</param>
    /// <param name="retracted">The block of the decision that is taken back, 0 for none: each record then counts as having, and as having brought, the id that it had before.</param>
    public static ProfilePlan Assign(List<LiveRecord[]> clusters, IEnumerable<LiveProfile> before, GraphState state, long retracted = 0)
    {
        long[] ids = new long[clusters.Count];
        long last = state.LastProfile;
        if (clusters.Count == 1 && retracted == 0 && SoleProfile(clusters[0], before) is { } sole)
        {
            ids[0] = sole > 0 ? sole : ++last;
            return new ProfilePlan(ids, [], last);
        }

        // What is in use now, and how many of its records each cluster holds.
        var inUse = new SortedSet<long>(before.Select(static profile => profile.Id.Value));
        var held = new Dictionary<(long Id, int Cluster), int>();
        for (int cluster = 0; cluster < clusters.Count; cluster++)
        {
            foreach (LiveProfile profile in clusters[cluster].Select(static record => record.Profile).OfType<LiveProfile>())
            {
                inUse.Add(profile.Id.Value);
                CollectionsMarshal.GetValueRefOrAddDefault(held, (profile.Id.Value, cluster), out _)++;
            }
        }

        var votes = new Dictionary<(long Id, int Cluster), Votes>();
        var live = new SortedSet<long>(retracted > 0 ? [] : inUse);
        var homes = new SortedSet<long>();
        for (int cluster = 0; cluster < clusters.Count; cluster++)
        {
            foreach (LiveRecord record in clusters[cluster])
            {
                long own = record.Profile?.Id.Value ?? 0;
                long home = record.Home;
                if (retracted > 0)
                {
                    own = home = Before(record, own);
                }

                if (own > 0)
                {
                    live.Add(own);
                    CollectionsMarshal.GetValueRefOrAddDefault(votes, (own, cluster), out _).Held++;
                }

                if (home > 0)
                {
                    homes.Add(home);
                    CollectionsMarshal.GetValueRefOrAddDefault(votes, (home, cluster), out _).Brought++;
                }
            }
        }

        ILookup<long, int> clustersOf = votes.Keys.ToLookup(static key => key.Id, static key => key.Cluster);
        foreach (long id in live)
        {
            Give(id, clustersOf[id].Where(cluster => ids[cluster] == 0 && votes[(id, cluster)].Held > 0)
                .OrderByDescending(cluster => votes[(id, cluster)].Brought).ThenByDescending(cluster => votes[(id, cluster)].Held)
                .ThenBy(cluster => clusters[cluster].Length - votes[(id, cluster)].Held).ThenBy(static cluster => cluster));
        }

        // Where a deleted record comes back, its id may be in use by those that stayed, or lead to where they are now.
        foreach (long id in homes.Where(id => !live.Contains(id) && (state.Resolve(id) is not { } leads || live.Contains(leads.Id.Value))))
        {
            Give(id, clustersOf[id].Where(cluster => ids[cluster] == 0)
                .OrderByDescending(cluster => votes[(id, cluster)].Brought).ThenBy(static cluster => cluster));
        }

        for (int cluster = 0; cluster < ids.Length; cluster++)
        {
            ids[cluster] = ids[cluster] > 0 ? ids[cluster] : ++last;
        }

        HashSet<long> given = [.. ids];
        ILookup<long, (int Cluster, int Count)> heldOf = held.ToLookup(static entry => entry.Key.Id, static entry => (entry.Key.Cluster, entry.Value));
        return new ProfilePlan(ids, [.. inUse.Where(id => !given.Contains(id)).Select(id => (id, Heir(id)))], last);

        void Give(long id, IEnumerable<int> best)
        {
            foreach (int cluster in best.Take(1))
            {
                ids[cluster] = id;
            }
        }

        // Where most of an id's records are now.
        long Heir(long id) => heldOf[id].OrderByDescending(static entry => entry.Count).ThenBy(entry => ids[entry.Cluster]).Select(entry => ids[entry.Cluster]).FirstOrDefault();

        // The id that a record had before the decision that is taken back, unless others have it by now.
        long Before(LiveRecord record, long own) => state.Moves.TryGetValue(record, out (long Block, long From) move) && move.Block == retracted
            && (inUse.Contains(move.From) || state.Profile(move.From) is not LiveProfile) ? move.From : own;
    }

    /// <summary>The only profile that a cluster's records are or were in, 0 where they are all new; null where it takes more than a look.</summary>
    private static long? SoleProfile(LiveRecord[] cluster, IEnumerable<LiveProfile> before)
    {
        LiveProfile? sole = null;
        foreach (LiveProfile profile in before)
        {
            if (sole is not null && !ReferenceEquals(sole, profile))
            {
                return null;
            }

            sole = profile;
        }

        foreach (LiveRecord record in cluster)
        {
            if (record.Profile is null && record.Home > 0)
            {
                // Deleted before and here again: its id may come back.
                return null;
            }

            if (record.Profile is { } own && !ReferenceEquals(own, sole))
            {
                if (sole is not null)
                {
                    return null;
                }

                sole = own;
            }
        }

        return sole?.Id.Value ?? 0;
    }

    private struct Votes
    {
        public int Held;
        public int Brought;
    }
}
