namespace CustomerInsight.Matching;

/// <summary>What each content claims of which an entity holds a few only: values of identifiers, records of duplicate-free sources.</summary>
internal static class ClaimTable
{
    /// <summary>Collects the claims, or gives null where nothing is limited. Blocked values and those that too many claim count for nothing.</summary>
    public static (ValueList<ClaimKind> Kinds, IReadOnlyList<ValueList<NodeClaim>> Claims)? Of(StandardizedTable table, MatchNodes nodes, RecordConstraints constraints, IdentifierPolicies policies, IReadOnlySet<Identifier> hubs)
    {
        Identifier[] limited = [.. Enumerable.Range(0, nodes.Count).SelectMany(node => table.Records[nodes.Representative(node)].Identifiers.Where(Counts)).Distinct().Order()];
        if (limited.Length == 0 && constraints.Sources.Count == 0)
        {
            return null;
        }

        var kinds = new List<ClaimKind>(constraints.Sources.Select(static source => new ClaimKind(source, 1, ApartReason.DuplicateFree)));
        var claimOf = new Dictionary<Identifier, NodeClaim>(limited.Length);
        for (int i = 0; i < limited.Length; i++)
        {
            if (i == 0 || limited[i].Type != limited[i - 1].Type || limited[i].Scope != limited[i - 1].Scope)
            {
                kinds.Add(new ClaimKind(limited[i].ToString(), policies.For(limited[i].Type).MostPerProfile!.Value, ApartReason.Identifier));
            }

            claimOf.Add(limited[i], new NodeClaim(kinds.Count - 1, i));
        }

        var claims = new ValueList<NodeClaim>[nodes.Count];
        var own = new List<NodeClaim>();
        for (int node = 0; node < nodes.Count; node++)
        {
            own.Clear();
            foreach (Identifier identifier in table.Records[nodes.Representative(node)].Identifiers)
            {
                if (claimOf.TryGetValue(identifier, out NodeClaim claim))
                {
                    own.Add(claim);
                }
            }

            foreach (int record in nodes.Records(node))
            {
                if (constraints.Source(record) is >= 0 and int source)
                {
                    own.Add(new NodeClaim(source, node));
                }
            }

            claims[node] = ValueList.From(own);
        }

        return (ValueList.From(kinds), claims);

        bool Counts(Identifier identifier) => policies.For(identifier.Type).MostPerProfile is not null && policies.MayLink(identifier) && !hubs.Contains(identifier);
    }
}
