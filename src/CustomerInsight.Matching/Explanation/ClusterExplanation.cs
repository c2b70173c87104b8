using System.Globalization;
using System.Text;

namespace CustomerInsight.Matching;

/// <summary>How a cluster formed: its strongest links, one after the other, each joining two parts that were apart.</summary>
/// <param name="Records">The positions of its records, rising.</param>
/// <param name="Links">How many accepted links are inside it.</param>
/// <param name="Joins">The joining links, the heaviest first; one less than the records where links alone made the cluster.</param>
/// <param name="Density">The share of the pairs of distinct contents inside it that are linked, from 0 to 1; 1 where there is one content. As <see cref="ClusterQuality.Density"/>.</param>
/// <remarks>
/// The joins are a maximum spanning tree, so the last join is the weakest link in the sense that matters: without links of its weight and below,
/// the cluster would fall apart. <para>Source: Kruskal, "On the shortest spanning subtree of a graph and the traveling salesman problem", 1956.</para>
/// </remarks>
public sealed record ClusterExplanation(ValueList<int> Records, int Links, ValueList<ClusterJoin> Joins, double Density)
{
    /// <summary>Gets the join that the cluster hangs on: the lightest of the joins; null where there is none.</summary>
    public ClusterJoin? Weakest => Joins.Count == 0 ? null : Joins[^1];

    /// <summary>Explains a cluster.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="links">The accepted links of the run, by rising left record.</param>
    /// <returns>How it formed; of links of equal weight the one of lower records comes first.</returns>
    internal static ClusterExplanation Of(RecordCluster cluster, IReadOnlyList<MatchLink> links)
    {
        int[] records = [.. cluster.Records];
        MatchLink[] inside =
        [
            .. records.SelectMany(record => LinksOf(record, links)).Where(link => Array.BinarySearch(records, link.Right) >= 0)
                .OrderByDescending(static link => link.Weight).ThenBy(static link => link.Left).ThenBy(static link => link.Right),
        ];
        var parts = new NodeSets(records.Length);
        int[] sizes = [.. Enumerable.Repeat(1, records.Length)];
        var joins = new List<ClusterJoin>();
        foreach (MatchLink link in inside)
        {
            int left = parts.Root(Array.BinarySearch(records, link.Left));
            int right = parts.Root(Array.BinarySearch(records, link.Right));
            if (left != right)
            {
                joins.Add(new ClusterJoin(link, sizes[left], sizes[right]));
                parts.Join(left, right);
                sizes[Math.Min(left, right)] = sizes[left] + sizes[right];
            }
        }

        return new ClusterExplanation(cluster.Records, inside.Length, ValueList.From(joins), DensityOf(records, inside));
    }

    /// <summary>Writes how the cluster formed, for a person.</summary>
    /// <returns>A line a join; records by their positions, no value of them.</returns>
    public string Explain()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Records.Count:#,0} records, {Links:#,0} links, {Density:P0} of the pairs of distinct contents linked");
        foreach (ClusterJoin join in Joins)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{join.Link.Weight,7:+0.0;-0.0;0.0}  record {join.Link.Left} with {join.Link.Right} ({join.Link.Rule}): {Part(join.LeftRecords)} and {Part(join.RightRecords)} became one");
        }

        return text.ToString().TrimEnd();

        static string Part(int records) => records == 1 ? "a single record" : string.Create(CultureInfo.InvariantCulture, $"{records:#,0} records");
    }

    private static double DensityOf(int[] records, MatchLink[] links)
    {
        var contents = new NodeSets(records.Length);
        foreach (MatchLink link in links.Where(static link => link.Rule == MatchLink.IdenticalContent))
        {
            contents.Join(At(link.Left), At(link.Right));
        }

        int distinct = Enumerable.Range(0, records.Length).Count(record => contents.Root(record) == record);
        return ClusterQuality.DensityOf(distinct, links.LongCount(link => contents.Root(At(link.Left)) != contents.Root(At(link.Right))));

        int At(int record) => Array.BinarySearch(records, record);
    }

    private static IEnumerable<MatchLink> LinksOf(int record, IReadOnlyList<MatchLink> links)
    {
        (int low, int high) = (0, links.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = links[middle].Left < record ? (middle + 1, high) : (low, middle);
        }

        for (int i = low; i < links.Count && links[i].Left == record; i++)
        {
            yield return links[i];
        }
    }
}
