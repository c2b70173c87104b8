namespace CustomerInsight.Matching;

/// <summary>Makes nodes of contents as <see cref="MatchNodes"/> does of a table: a record that a person said something about is a node of its own, and no node holds two records of a duplicate-free source.</summary>
internal sealed class NodeMaker(ValueList<string> duplicateFree)
{
    private readonly string[] _sources = [.. duplicateFree.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The duplicate-free sources in ordinal order.</summary>
    public ReadOnlySpan<string> Sources => _sources;

    /// <summary>The nodes of some contents, by their first records.</summary>
    public List<GraphNode> Nodes(List<LiveContent> contents)
    {
        var nodes = new List<GraphNode>(contents.Count);
        foreach (LiveContent content in contents)
        {
            if (_sources.Length == 0 && !HasAsserted(content))
            {
                nodes.Add(new GraphNode(content));
            }
            else
            {
                AddParts(content, nodes);
            }
        }

        nodes.Sort(static (left, right) => left.First.Key.CompareTo(right.First.Key));
        return nodes;
    }

    /// <summary>Whether a duplicate-free source has a record in both nodes.</summary>
    public bool AreExclusive(GraphNode left, GraphNode right)
    {
        if (_sources.Length == 0)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            int source = SourceOf(left[i]);
            for (int j = 0; source >= 0 && j < right.Count; j++)
            {
                if (SourceOf(right[j]) == source)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The positions of the duplicate-free sources that a node has records of, one for each record.</summary>
    public IEnumerable<int> SourcesOf(GraphNode node)
    {
        for (int i = 0; i < node.Count && _sources.Length > 0; i++)
        {
            if (SourceOf(node[i]) is >= 0 and int source)
            {
                yield return source;
            }
        }
    }

    private static bool HasAsserted(LiveContent content)
    {
        for (int i = 0; i < content.Count; i++)
        {
            if (IsAsserted(content[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsserted(LiveRecord record) => record.Assertions?.Exists(assertion => assertion.Binds(record)) == true;

    private void AddParts(LiveContent content, List<GraphNode> nodes)
    {
        var parts = new List<List<LiveRecord>>();
        var turns = new Dictionary<int, int>();
        for (int i = 0; i < content.Count; i++)
        {
            LiveRecord record = content[i];
            if (IsAsserted(record))
            {
                nodes.Add(new GraphNode(content, [record]));
                continue;
            }

            // The first record of each source is in the first part, the second in the second, and so on.
            int source = SourceOf(record);
            int turn = source < 0 ? 0 : turns.GetValueOrDefault(source);
            turns[source] = turn + 1;
            while (parts.Count <= turn)
            {
                parts.Add([]);
            }

            parts[turn].Add(record);
        }

        nodes.AddRange(parts.Select(part => new GraphNode(content, part)));
    }

    private int SourceOf(LiveRecord record) => Array.BinarySearch(_sources, record.Key.Source, StringComparer.Ordinal);
}
