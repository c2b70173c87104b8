namespace CustomerInsight.Matching;

/// <summary>What each content claims of which an entity holds a few only: values of identifiers, records of duplicate-free sources.</summary>
internal static class ClaimTable
{
    /// <summary>Collects the claims of a table's nodes, or gives null where nothing is limited.</summary>
    public static (ValueList<ClaimKind> Kinds, IReadOnlyList<ValueList<NodeClaim>> Claims)? Of(StandardizedTable table, MatchNodes nodes, RecordConstraints constraints, IdentifierPolicies policies, IReadOnlySet<Identifier> hubs)
    {
        return Of(nodes.Count, node => table.Records[nodes.Representative(node)].Identifiers, Sources, constraints.Sources, policies, hubs);

        IEnumerable<int> Sources(int node)
        {
            for (int i = 0; i < nodes.Records(node).Length; i++)
            {
                if (constraints.Source(nodes.Records(node)[i]) is >= 0 and int source)
                {
                    yield return source;
                }
            }
        }
    }

    /// <summary>Collects the claims, or gives null where nothing is limited. Blocked values and those that too many claim count for nothing.</summary>
    /// <param name="nodes">How many nodes there are.</param>
    /// <param name="identifiers">What each node claims.</param>
    /// <param name="sourcesOf">For each of a node's records that is of a duplicate-free source, that source's position.</param>
    /// <param name="sources">The duplicate-free sources.</param>
    /// <param name="policies">How identifiers are taken.</param>
    /// <param name="hubs">The identifiers that too many claim.</param>
    public static (ValueList<ClaimKind> Kinds, IReadOnlyList<ValueList<NodeClaim>> Claims)? Of(int nodes, Func<int, ValueList<Identifier>> identifiers, Func<int, IEnumerable<int>> sourcesOf, ValueList<string> sources, IdentifierPolicies policies, IReadOnlySet<Identifier> hubs)
    {
        Identifier[] limited = [.. Enumerable.Range(0, nodes).SelectMany(node => identifiers(node).Where(Counts)).Distinct().Order()];
        if (limited.Length == 0 && sources.Count == 0)
        {
            return null;
        }

        var kinds = new List<ClaimKind>(sources.Select(static source => new ClaimKind(source, 1, ApartReason.DuplicateFree)));
        var claimOf = new Dictionary<Identifier, NodeClaim>(limited.Length);
        for (int i = 0; i < limited.Length; i++)
        {
            if (i == 0 || limited[i].Type != limited[i - 1].Type || limited[i].Scope != limited[i - 1].Scope)
            {
                kinds.Add(new ClaimKind(limited[i].ToString(), policies.For(limited[i].Type).MostPerProfile!.Value, ApartReason.Identifier));
            }

            claimOf.Add(limited[i], new NodeClaim(kinds.Count - 1, i));
        }

        var claims = new ValueList<NodeClaim>[nodes];
        var own = new List<NodeClaim>();
        for (int node = 0; node < nodes; node++)
        {
            own.Clear();
            foreach (Identifier identifier in identifiers(node))
            {
                if (claimOf.TryGetValue(identifier, out NodeClaim claim))
                {
                    own.Add(claim);
                }
            }

            foreach (int source in sourcesOf(node))
            {
                own.Add(new NodeClaim(source, node));
            }

            claims[node] = ValueList.From(own);
        }

        return (ValueList.From(kinds), claims);

        bool Counts(Identifier identifier) => policies.For(identifier.Type).MostPerProfile is not null && policies.MayLink(identifier) && !hubs.Contains(identifier);
    }
}
