namespace CustomerInsight.Models;

/// <summary>Whether the parts of a model are possible.</summary>
internal static class HdbscanCheck
{
    public static void Tree(ValueList<HdbscanCluster> clusters)
    {
        for (int i = 0; i < clusters.Count; i++)
        {
            HdbscanCluster own = clusters[i];
            if (own is null || (i == 0 ? own.Parent != -1 : own.Parent < 0 || own.Parent >= i) || !(own.Birth >= 0) || !(own.Death >= own.Birth) || !double.IsFinite(own.Death))
            {
                throw new ArgumentException(FormattableString.Invariant($"Candidate {i} does not come after its parent, or its densities fall. Fit the groups again."), nameof(clusters));
            }
        }

        int[] groups = [.. clusters.Select(static cluster => cluster.Group).Where(static group => group >= 0).Order()];
        if (groups.Length == 0 || !groups.SequenceEqual(Enumerable.Range(0, groups.Length)))
        {
            throw new ArgumentException("No candidate is chosen, or the groups are not numbered from 0 without a gap. Fit the groups again.", nameof(clusters));
        }
    }

    public static void Points(ValueList<HdbscanPoint> points, int width, int clusters, int minimumNeighbors)
    {
        if (points.Count < minimumNeighbors
            || points.Any(point => point is null || point.Place.Count != width || !point.Place.All(double.IsFinite) || point.Cluster < 0 || point.Cluster >= clusters || !(point.CoreDistance >= 0) || !(point.Density >= 0)))
        {
            throw new ArgumentException(FormattableString.Invariant($"There are fewer points than the {minimumNeighbors} neighbours, or one is in no candidate or does not have {width} finite numbers. Fit the groups again."), nameof(points));
        }
    }

    public static void Places(ValueList<int> places, int points)
    {
        if (!places.Where(static place => place != -1).Order().SequenceEqual(Enumerable.Range(0, points)))
        {
            throw new ArgumentException("Not every point stands for one row. Fit the groups again.", nameof(places));
        }
    }
}
