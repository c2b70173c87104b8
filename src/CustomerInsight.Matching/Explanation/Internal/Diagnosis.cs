using System.Globalization;

namespace CustomerInsight.Matching;

/// <summary>Finds why two records of a run are not one entity.</summary>
internal sealed class Diagnosis(MatchResult result, int left, int right)
{
    private readonly List<NotLinkedCause> _causes = [];
    private readonly BlockingColumns _columns = new(result.Table, result.Nodes, result.Blocking);

    private double LinkWeight => MatchWeight.OfProbability(result.LinkProbability);

    private bool MayMeet => result.Nodes.MayMeet(result.Nodes.NodeOf(left), result.Nodes.NodeOf(right));

    public PairDiagnosis Make(PairEvidence evidence, string? foundBy)
    {
        bool together = left == right || result.ClusterOf(left) == result.ClusterOf(right);
        if (!together)
        {
            AddCauses(evidence, foundBy);
        }

        return new PairDiagnosis(together, foundBy, ValueList.From(_causes), evidence);
    }

    private void AddCauses(PairEvidence evidence, string? foundBy)
    {
        SourceRecord one = result.Table.Records[left];
        SourceRecord other = result.Table.Records[right];
        if (one.EntityKind != other.EntityKind)
        {
            Add(NotLinkedReason.DifferentKinds, $"one is of kind {one.EntityKind}, the other of kind {other.EntityKind}; entities of different kinds never meet");
        }
        else if (result.Constraints?.AreExclusive(result.Nodes, result.Nodes.NodeOf(left), result.Nodes.NodeOf(right)) == true)
        {
            Add(NotLinkedReason.DuplicateFreeSource, "both, or copies of both, are of one source that has each entity once");
        }
        else if (!MayMeet)
        {
            Add(NotLinkedReason.NotCompared, $"by their sources they are not compared: the link mode is {result.Nodes.Mode}");
        }
        else if (foundBy is null)
        {
            AddBlocking();
        }

        AddIdentifiers(one, other);
        double missing = LinkWeight - evidence.Weight;
        bool ruled = result.Pairs.MatchRule(result.Nodes.NodeOf(left), result.Nodes.NodeOf(right)) != PairRules.None;
        if (missing > 0 && !ruled)
        {
            Add(
                foundBy == MatchLink.IdenticalContent ? NotLinkedReason.SaysTooLittle : NotLinkedReason.BelowThreshold,
                string.Create(CultureInfo.InvariantCulture, $"{(foundBy == MatchLink.IdenticalContent ? "they say the same, but too little: the" : "the")} weight of {evidence.Weight:0.0} bits is {missing:0.0} bits below the threshold of {LinkWeight:0.0} (probability {result.LinkProbability:0.####})"));
        }
        else if (foundBy is not null && MayMeet)
        {
            AddClustering(ruled ? "a rule would link them whatever they weigh" : "their weight is enough for a link");
        }
    }

    private void AddBlocking()
    {
        int before = _causes.Count;
        IEnumerable<IBlockingRule> rules = result.Blocking.Rules.Select(static chosen => chosen.Rule).Concat(result.Design.BlockingRules).Concat(result.Design.CandidateRules);
        foreach (IBlockingRule rule in rules.DistinctBy(static rule => rule.Name))
        {
            if (FewestThatShare(rule) is not { } sharing)
            {
                continue;
            }

            if (result.RulesUsed.All(used => used.Rule != rule.Name))
            {
                Add(NotLinkedReason.RuleLeftOut, $"rule '{rule.Name}' would have brought them together, but was left out: its pairs went over the budget, or others found more matches for theirs");
            }
            else if (sharing > BlockIndex.Limit(rule, result.LargestBlock))
            {
                Add(NotLinkedReason.HubValue, string.Create(CultureInfo.InvariantCulture, $"a value is a hub: {sharing:#,0} distinct contents share what rule '{rule.Name}' looks at, more than the limit of {BlockIndex.Limit(rule, result.LargestBlock):#,0}"));
            }
        }

        if (_causes.Count == before)
        {
            Add(NotLinkedReason.NotCompared, "no blocking rule brought them together");
        }
    }

    private void AddIdentifiers(SourceRecord one, SourceRecord other)
    {
        var model = result.Model as MatchModel;
        foreach (Identifier shared in one.Identifiers.Where(other.Identifiers.Contains).Distinct())
        {
            if (!result.Design.Identifiers.MayLink(shared))
            {
                Add(NotLinkedReason.HubIdentifier, $"they share an identifier of type {shared} whose policy blocks the value");
            }
            else if (model?.HubIdentifiers.Contains(shared) == true)
            {
                Add(NotLinkedReason.HubIdentifier, $"they share an identifier of type {shared} that too many records claim");
            }
            else if (!result.Design.Identifiers.MayLink(shared, one.ObservedAt, other.ObservedAt))
            {
                Add(NotLinkedReason.ExpiredIdentifier, $"they share an identifier of type {shared}, but were observed more than {result.Design.Identifiers.For(shared.Type).ExpiresAfterDays:#,0} days apart, after which it counts no more");
            }
        }
    }

    private void AddClustering(string reasonToLink)
    {
        RecordCluster[] quarantined = [.. result.Quarantined.Where(cluster => cluster.Records.Contains(left) && cluster.Records.Contains(right)).Take(1)];
        if (quarantined is [RecordCluster cluster])
        {
            Add(NotLinkedReason.Quarantined, string.Create(CultureInfo.InvariantCulture, $"links would have made one cluster of {cluster.Records.Count:#,0} records, which is too large; it is in quarantine and not joined"));
        }
        else
        {
            Add(NotLinkedReason.KeptApart, $"{reasonToLink}, but {Apart()}");
        }
    }

    /// <summary>What kept apart two that would be linked.</summary>
    private string Apart()
    {
        (int first, int second) = (result.Copies(left)[0], result.Copies(right)[0]);
        MatchVeto[] vetoes = [.. result.Vetoes.Where(veto => veto.Left == Math.Min(first, second) && veto.Right == Math.Max(first, second)).Take(1)];
        return vetoes is not [MatchVeto veto] ? "the clusterer kept them apart" : veto.Reason switch
        {
            ApartReason.Assertion => "a person said that they, or records that are with them, are different",
            ApartReason.Rule => $"rule '{veto.Rule}' says that they, or records that are with them, never match",
            ApartReason.Identifier => $"together their records would hold more identifiers of type {veto.Rule} than an entity may",
            ApartReason.DuplicateFree => $"together their records would hold two of source '{veto.Rule}', which has each entity once",
            ApartReason.Ambiguous => "one of them fits two groups equally well, which a rule or an identifier keeps apart, so that it joins neither",
            _ => "they are the weak bridge between two groups, and the evidence between the groups as a whole is too little",
        };
    }

    /// <summary>How many contents share the rarest of the keys that a rule gives both, or null where it gives them none in common.</summary>
    private int? FewestThatShare(IBlockingRule rule)
    {
        IBlockingKeys keys = _columns.Prepare(rule);
        var own = new HashSet<ulong>();
        keys.AddKeys(left, own);
        var others = new HashSet<ulong>();
        keys.AddKeys(right, others);
        own.IntersectWith(others);
        if (own.Count == 0)
        {
            return null;
        }

        var counts = own.ToDictionary(static key => key, static _ => 0);
        var found = new HashSet<ulong>();
        for (int node = 0; node < result.Nodes.Count; node++)
        {
            int record = result.Nodes.Representative(node);
            if (result.Table.Records[record].EntityKind != result.Table.Records[left].EntityKind)
            {
                continue;
            }

            found.Clear();
            keys.AddKeys(record, found);
            foreach (ulong key in own)
            {
                counts[key] += found.Contains(key) ? 1 : 0;
            }
        }

        return own.Min(key => counts[key]);
    }

    private void Add(NotLinkedReason reason, string text) => _causes.Add(new NotLinkedCause(reason, text));
}
