using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Puts the nodes and bands of a Sankey diagram into a square, in which a chart needs no layout of its own.</summary>
internal static class SankeyLayout
{
    private const double NodeWidth = 0.015;
    private const double Gaps = 0.15;

    // Enough for a band to look smooth.
    private const int Points = 16;

    public static IEnumerable<(string Field, object? Value)[]> Rows(LifecycleSankey sankey)
    {
        if (sankey.Nodes.Count == 0)
        {
            yield break;
        }

        int columns = sankey.Nodes[^1].Column + 1;
        int most = sankey.Nodes.GroupBy(static node => node.Column).Max(static column => column.Count());
        long largest = sankey.Nodes.GroupBy(static node => node.Column).Max(static column => column.Sum(static node => (long)node.Customers));
        double gap = Gaps / Math.Max(1, most - 1);
        double[] tops = Tops(sankey, largest, gap);
        double[] left = [.. tops];
        double[] right = [.. tops];
        foreach (SankeyLink link in sankey.Links)
        {
            SankeyNode source = sankey.Nodes[link.Source];
            SankeyNode target = sankey.Nodes[link.Target];
            double height = (double)link.Customers / largest;
            string id = string.Create(CultureInfo.InvariantCulture, $"{link.Source}-{link.Target}");
            for (int point = 0; point <= Points; point++)
            {
                double along = (double)point / Points;
                double bend = along * along * (3 - (2 * along));
                double from = X(source.Column, columns) + NodeWidth;
                double top = right[link.Source] + (bend * (left[link.Target] - right[link.Source]));
                yield return
                [
                    ("kind", "link"),
                    ("id", id),
                    ("x", from + (along * (X(target.Column, columns) - from))),
                    ("top", top),
                    ("bottom", top + height),
                    ("state", source.State),
                    ("seen", IsSeen(source)),
                    ("text", $"{source.State} → {target.State}"),
                    ("customers", link.Customers),
                ];
            }

            right[link.Source] += height;
            left[link.Target] += height;
        }

        foreach (SankeyNode node in sankey.Nodes)
        {
            string day = node.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (tops[node.Id] == 0)
            {
                yield return [("kind", "moment"), ("x", X(node.Column, columns)), ("top", 0.0), ("label", day)];
            }

            yield return
            [
                ("kind", "node"),
                ("x", X(node.Column, columns)),
                ("right", X(node.Column, columns) + NodeWidth),
                ("top", tops[node.Id]),
                ("middle", tops[node.Id] + (0.5 * node.Customers / largest)),
                ("bottom", tops[node.Id] + ((double)node.Customers / largest)),
                ("state", node.State),
                ("seen", IsSeen(node)),
                ("label", string.Create(CultureInfo.InvariantCulture, $"{node.State} {node.Customers:#,0}")),
                ("text", $"{day} {node.State}"),
                ("customers", node.Customers),
            ];
        }
    }

    private static double[] Tops(LifecycleSankey sankey, long largest, double gap)
    {
        double[] tops = new double[sankey.Nodes.Count];
        double next = 0;
        for (int node = 0; node < tops.Length; node++)
        {
            next = node > 0 && sankey.Nodes[node].Column == sankey.Nodes[node - 1].Column ? next + gap : 0;
            tops[node] = next;
            next += (double)sankey.Nodes[node].Customers / largest;
        }

        return tops;
    }

    // One or nothing, for the writer of charts takes numbers and texts.
    private static int IsSeen(SankeyNode node) => node.State == LifecycleFlow.NotSeen ? 0 : 1;

    private static double X(int column, int columns) => (1 - NodeWidth) * column / (columns - 1);
}
