namespace CustomerInsight.Matching;

/// <summary>Clusters that grow by joining, and what speaks against joining two of them: assertions, rules, claims.</summary>
/// <remarks>
/// What a cluster may not be joined with only grows as it does, so a conflict once found stays, but for <see cref="ConflictsMayEnd"/>. A cluster over the largest size will be quarantined:
/// its constraints are not kept up, which bounds the cost of a join by the largest size.
/// </remarks>
internal sealed class ConstrainedClusters
{
    private readonly ClusterProblem _problem;
    private readonly NodeSets _sets;
    private readonly int[] _sizes;
    private readonly int[] _next;
    private readonly int[] _last;
    private readonly Enmities _asserted;
    private readonly Enmities _ambiguous;
    private readonly NodeClaim[]?[]? _claims;

    public ConstrainedClusters(ClusterProblem problem)
    {
        _problem = problem;
        _sets = new NodeSets(problem.Nodes);
        _sizes = new int[problem.Nodes];
        _next = new int[problem.Nodes];
        _last = new int[problem.Nodes];
        for (int node = 0; node < problem.Nodes; node++)
        {
            _sizes[node] = 1;
            _next[node] = -1;
            _last[node] = node;
        }

        _asserted = new Enmities(problem.Nodes, _sets);
        _ambiguous = new Enmities(problem.Nodes, _sets);
        foreach (NodePair pair in problem.CannotLink)
        {
            _asserted.Add(pair.Left, pair.Right);
        }

        if (problem.Claims is { } claims)
        {
            _claims = new NodeClaim[]?[problem.Nodes];
            for (int node = 0; node < problem.Nodes; node++)
            {
                _claims[node] = claims[node].Count == 0 ? null : [.. claims[node].Distinct().Order()];
                ConflictsMayEnd |= HoldsTooMuch(_claims[node]);
            }
        }
    }

    /// <summary>
    /// Whether a content by itself, or what a person said is one entity, claims more than an entity may. Where such has joined a cluster, that cluster may be joined with
    /// others it had a conflict with before, since they add nothing new any more.
    /// </summary>
    public bool ConflictsMayEnd { get; private set; }

    /// <summary>The lowest node of a node's cluster, which stands for it.</summary>
    public int Root(int node) => _sets.Root(node);

    public int Size(int root) => _sizes[root];

    public bool IsTooLarge(int root) => _sizes[root] > _problem.LargestCluster;

    /// <summary>Joins what a person said is one entity, in canonical order.</summary>
    /// <returns>The pairs that were not joined, since a person said that they, or what is with them, are different.</returns>
    public List<NodePair> JoinAsserted()
    {
        var contradictions = new List<NodePair>();
        foreach (NodePair pair in _problem.MustLink.OrderBy(static pair => pair.Left).ThenBy(static pair => pair.Right))
        {
            int left = Root(pair.Left);
            int right = Root(pair.Right);
            if (left == right)
            {
                continue;
            }

            if (_asserted.Are(left, right))
            {
                contradictions.Add(pair);
            }
            else
            {
                int root = Join(left, right);
                ConflictsMayEnd |= _claims is not null && HoldsTooMuch(_claims[root]);
            }
        }

        return contradictions;
    }

    /// <summary>What speaks against joining two clusters, given by their roots; null for nothing, or where one is too large anyway.</summary>
    public Conflict? Between(int left, int right)
    {
        if (IsTooLarge(left) || IsTooLarge(right))
        {
            return null;
        }

        if (_asserted.Are(left, right))
        {
            return new Conflict(ApartReason.Assertion, null);
        }

        if (_claims is not null && ClaimClash.Find(_claims[left], _claims[right], _problem.ClaimKinds) is { } kind)
        {
            return new Conflict(kind.Reason, kind.Name);
        }

        if (Forbidding(left, right) is { } rule)
        {
            return new Conflict(ApartReason.Rule, rule);
        }

        return _ambiguous.Are(left, right) ? new Conflict(ApartReason.Ambiguous, null) : null;
    }

    /// <summary>Keeps two clusters, given by their roots, apart for good since one fits another equally well.</summary>
    public void LeaveAmbiguous(int left, int right) => _ambiguous.Add(left, right);

    /// <summary>Joins two clusters, given by their roots.</summary>
    /// <returns>The root of both.</returns>
    public int Join(int left, int right)
    {
        (int root, int other) = left < right ? (left, right) : (right, left);
        _sets.Join(root, other);
        _sizes[root] += _sizes[other];
        _next[_last[root]] = other;
        _last[root] = _last[other];
        _asserted.Move(root, other);
        _ambiguous.Move(root, other);
        if (_claims is not null)
        {
            _claims[root] = IsTooLarge(root) ? null : ClaimClash.Union(_claims[root], _claims[other]);
            _claims[other] = null;
        }

        return root;
    }

    /// <summary>Ends the work: the labels, and why each pair that weighs enough is not together.</summary>
    public Clustering Finish(IEnumerable<NodePair> contradictions)
    {
        var apart = new List<KeptApart>();
        foreach (NodeLink pair in _problem.Pairs)
        {
            int left = Root(pair.Left);
            int right = Root(pair.Right);
            if (left != right && pair.Weight >= _problem.LinkWeight)
            {
                Conflict conflict = Between(left, right) ?? new Conflict(ApartReason.Evidence, null);
                apart.Add(new KeptApart(pair.Left, pair.Right, pair.Weight, conflict.Reason, conflict.Rule));
            }
        }

        return new Clustering(_sets.Labels(), ValueList.From(apart.OrderBy(static pair => pair.Left).ThenBy(static pair => pair.Right)), ValueList.From(contradictions));
    }

    private bool HoldsTooMuch(NodeClaim[]? claims) =>
        claims is { Length: > 1 } && claims.GroupBy(static claim => claim.Kind).Any(held => held.Count() > _problem.ClaimKinds[held.Key].Most);

    private string? Forbidding(int left, int right)
    {
        if (_problem.Forbids is not { } forbids)
        {
            return null;
        }

        for (int l = left; l >= 0; l = _next[l])
        {
            for (int r = right; r >= 0; r = _next[r])
            {
                if (forbids(Math.Min(l, r), Math.Max(l, r)) is { } rule)
                {
                    return rule;
                }
            }
        }

        return null;
    }
}
