using System.Collections;

namespace CustomerInsight.Matching;

/// <summary>Finds the links without which their cluster would fall apart, by one walk into the depth that needs no stack of calls.</summary>
internal sealed class BridgeSearch
{
    private readonly IReadOnlyList<MatchLink> _links;
    private readonly NodeSets _contents;
    private readonly int[] _starts;
    private readonly int[] _edges;

    public BridgeSearch(NodeSets contents, int records, IReadOnlyList<MatchLink> links)
    {
        _links = links;
        _contents = contents;
        _starts = new int[records + 1];
        foreach (MatchLink link in links)
        {
            _starts[contents.Root(link.Left) + 1]++;
            _starts[contents.Root(link.Right) + 1]++;
        }

        for (int i = 0; i < records; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        _edges = new int[_starts[records]];
        int[] next = _starts[..^1];
        for (int i = 0; i < links.Count; i++)
        {
            _edges[next[contents.Root(links[i].Left)]++] = i;
            _edges[next[contents.Root(links[i].Right)]++] = i;
        }
    }

    public BitArray Find()
    {
        int records = _starts.Length - 1;
        var bridges = new BitArray(_links.Count);
        int[] order = new int[records];
        int[] lowest = new int[records];
        int[] next = _starts[..^1];
        int time = 0;
        var path = new Stack<(int Node, int Link)>();
        for (int start = 0; start < records; start++)
        {
            if (order[start] != 0)
            {
                continue;
            }

            order[start] = lowest[start] = ++time;
            path.Push((start, -1));
            while (path.TryPeek(out (int Node, int Link) at))
            {
                if (next[at.Node] < _starts[at.Node + 1])
                {
                    int link = _edges[next[at.Node]++];
                    int other = Other(link, at.Node);
                    if (link == at.Link || other == at.Node)
                    {
                        continue;
                    }

                    if (order[other] != 0)
                    {
                        lowest[at.Node] = Math.Min(lowest[at.Node], order[other]);
                        continue;
                    }

                    order[other] = lowest[other] = ++time;
                    path.Push((other, link));
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out (int Node, int Link) parent))
                {
                    lowest[parent.Node] = Math.Min(lowest[parent.Node], lowest[at.Node]);
                    bridges[at.Link] = lowest[at.Node] > order[parent.Node];
                }
            }
        }

        return bridges;
    }

    private int Other(int link, int node)
    {
        int left = _contents.Root(_links[link].Left);
        return left != node ? left : _contents.Root(_links[link].Right);
    }
}
