namespace CustomerInsight.Matching;

/// <summary>Average linkage over odds inside one connected component.</summary>
internal sealed class OddsLinkage
{
    // 2 to this power, many times over, is still a number.
    private const double MostBits = 900;

    // A pair that was not compared and weighs less adds nothing worth holding: a thousandth of even odds.
    private const double LeastBits = -10;

    // Odds that differ by rounding alone are equal.
    private const double Equal = 1 - 1e-9;

    // The pairs of more contents are too many to weigh; 200 have 19,900.
    private const int MostCompleted = 200;

    private readonly ClusterProblem _problem;
    private readonly ConstrainedClusters _clusters;
    private readonly double _leastOdds;
    private readonly int[] _slots;
    private readonly List<Group> _groups = [];
    private readonly List<(int Slot, int Other)> _taken = [];
    private readonly PriorityQueue<Candidate, Candidate> _queue = new(Candidate.SurestFirst);

    public OddsLinkage(ClusterProblem problem, ConstrainedClusters clusters)
    {
        _problem = problem;
        _clusters = clusters;
        _leastOdds = Odds(problem.LinkWeight);
        _slots = new int[problem.Nodes];
    }

    /// <summary>Joins what belongs together of one component.</summary>
    /// <param name="roots">The component's clusters.</param>
    /// <param name="pairs">Its pairs, by rising left, then right.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Run(ReadOnlySpan<int> roots, ReadOnlySpan<NodeLink> pairs, CancellationToken cancellationToken)
    {
        if (roots.Length == 2)
        {
            RunTwo(roots[0], roots[1], pairs);
            return;
        }

        _groups.Clear();
        foreach (int root in roots)
        {
            _slots[root] = _groups.Count;
            _groups.Add(new Group(root));
        }

        foreach (NodeLink pair in pairs)
        {
            Add(pair.Left, pair.Right, pair.Weight);
        }

        Complete(roots, pairs);
        for (int slot = 0; slot < _groups.Count; slot++)
        {
            foreach ((int other, double sum) in _groups[slot].Odds!)
            {
                if (other > slot)
                {
                    Enqueue(slot, other, sum);
                }
            }
        }

        Agglomerate(cancellationToken);
        TakeInByTooLarge();
    }

    /// <summary>Most components are two records.</summary>
    private void RunTwo(int left, int right, ReadOnlySpan<NodeLink> pairs)
    {
        double sum = 0;
        foreach (NodeLink pair in pairs)
        {
            sum += Odds(pair.Weight);
        }

        if (sum / ((double)_clusters.Size(left) * _clusters.Size(right)) >= _leastOdds && _clusters.Between(left, right) is null)
        {
            _clusters.Join(left, right);
        }
    }

    /// <summary>Weighs the pairs of a small component that were not compared. Clusters made by assertions are left out: they are few.</summary>
    private void Complete(ReadOnlySpan<int> roots, ReadOnlySpan<NodeLink> pairs)
    {
        if (_problem.Weigh is not { } weigh || roots.Length > Math.Min(_problem.LargestCluster, MostCompleted))
        {
            return;
        }

        int at = 0;
        for (int i = 0; i < roots.Length; i++)
        {
            for (int j = i + 1; j < roots.Length; j++)
            {
                // Pairs come in the same order, so those that were compared are passed on the way.
                while (at < pairs.Length && (pairs[at].Left < roots[i] || (pairs[at].Left == roots[i] && pairs[at].Right < roots[j])))
                {
                    at++;
                }

                bool compared = at < pairs.Length && pairs[at].Left == roots[i] && pairs[at].Right == roots[j];
                if (!compared && weigh(roots[i], roots[j]) is >= LeastBits and double weight)
                {
                    Add(roots[i], roots[j], weight);
                }
            }
        }
    }

    private void Add(int left, int right, double weight)
    {
        double odds = Odds(weight);
        int l = _slots[_clusters.Root(left)];
        int r = _slots[_clusters.Root(right)];
        double sum = _groups[l].Odds!.GetValueOrDefault(r) + odds;
        _groups[l].Odds![r] = sum;
        _groups[r].Odds![l] = sum;
    }

    private void Agglomerate(CancellationToken cancellationToken)
    {
        int steps = 0;
        while (_queue.TryDequeue(out Candidate candidate, out _))
        {
            if ((++steps & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            Group left = _groups[candidate.Left];
            Group right = _groups[candidate.Right];
            if (left.Odds is null || right.Odds is null || _clusters.IsTooLarge(left.Root) || _clusters.IsTooLarge(right.Root))
            {
                continue;
            }

            // What was queued may have been diluted since by what joined one side; it never gains without being queued anew.
            double odds = Mean(left, right, left.Odds[candidate.Right]);
            if (odds < candidate.Odds)
            {
                Enqueue(candidate.Left, candidate.Right, left.Odds[candidate.Right]);
            }
            else if (odds == candidate.Odds && _clusters.Between(left.Root, right.Root) is null)
            {
                if (FitsAnotherToo(candidate.Left, candidate.Right, odds) || FitsAnotherToo(candidate.Right, candidate.Left, odds))
                {
                    _clusters.LeaveAmbiguous(left.Root, right.Root);
                }
                else
                {
                    Join(candidate.Left, candidate.Right);
                }
            }
        }
    }

    /// <summary>Whether a group could as well join a third that a rule or an identifier keeps apart from the one it is to join: a visitor on a device of two people is neither of them for sure.</summary>
    private bool FitsAnotherToo(int slot, int chosen, double odds)
    {
        if (_problem.Forbids is null && _problem.Claims is null)
        {
            return false;
        }

        Group group = _groups[slot];
        foreach ((int third, double sum) in group.Odds!)
        {
            if (third != chosen && Mean(group, _groups[third], sum) >= odds * Equal
                && _clusters.Between(_groups[third].Root, _groups[chosen].Root) is { Reason: ApartReason.Rule or ApartReason.Identifier }
                && _clusters.Between(_groups[third].Root, group.Root) is null or { Reason: ApartReason.Ambiguous })
            {
                return true;
            }
        }

        return false;
    }

    private void Join(int first, int second)
    {
        (int kept, int gone) = _groups[first].Odds!.Count >= _groups[second].Odds!.Count ? (first, second) : (second, first);
        Group into = _groups[kept];
        Dictionary<int, double> moved = _groups[gone].Odds!;
        _groups[gone].Odds = null;
        into.Root = _clusters.Join(into.Root, _groups[gone].Root);
        into.Odds!.Remove(gone);
        foreach ((int other, double odds) in moved)
        {
            if (other == kept)
            {
                continue;
            }

            double sum = into.Odds.GetValueOrDefault(other) + odds;
            into.Odds[other] = sum;
            Dictionary<int, double> back = _groups[other].Odds!;
            back.Remove(gone);
            back[kept] = sum;
            Enqueue(kept, other, sum);
        }

        if (_clusters.ConflictsMayEnd)
        {
            foreach ((int other, double sum) in into.Odds)
            {
                Enqueue(kept, other, sum);
            }
        }
    }

    /// <summary>What a cluster that is too large would be joined with goes with it; else the rest of a crowd would pass as a customer.</summary>
    private void TakeInByTooLarge()
    {
        for (int slot = 0; slot < _groups.Count; slot++)
        {
            if (_groups[slot].Odds is not { } odds || !_clusters.IsTooLarge(_groups[slot].Root))
            {
                continue;
            }

            foreach ((int other, double sum) in odds)
            {
                // The sizes are those at the end of the agglomeration, whatever was taken in meanwhile.
                if (Mean(_groups[slot], _groups[other], sum) >= _leastOdds)
                {
                    _taken.Add((slot, other));
                }
            }
        }

        foreach ((int slot, int other) in _taken)
        {
            int left = _clusters.Root(_groups[slot].Root);
            int right = _clusters.Root(_groups[other].Root);
            if (left != right)
            {
                _clusters.Join(left, right);
            }
        }

        _taken.Clear();
    }

    private void Enqueue(int first, int second, double sum)
    {
        double odds = Mean(_groups[first], _groups[second], sum);
        if (odds >= _leastOdds)
        {
            bool inOrder = _groups[first].Root < _groups[second].Root;
            Candidate candidate = inOrder
                ? new Candidate(odds, first, second, _groups[first].Root, _groups[second].Root)
                : new Candidate(odds, second, first, _groups[second].Root, _groups[first].Root);
            _queue.Enqueue(candidate, candidate);
        }
    }

    private double Mean(Group left, Group right, double sum) => sum / ((double)_clusters.Size(left.Root) * _clusters.Size(right.Root));

    private static double Odds(double weight) => double.IsPositiveInfinity(weight) ? weight : Math.Pow(2, Math.Min(weight, MostBits));

    /// <summary>A cluster with the sums of odds to its neighbours, null once it has joined another.</summary>
    private sealed class Group(int root)
    {
        public int Root { get; set; } = root;

        public Dictionary<int, double>? Odds { get; set; } = [];
    }

    private readonly record struct Candidate(double Odds, int Left, int Right, int LeftRoot, int RightRoot)
    {
        public static readonly IComparer<Candidate> SurestFirst = Comparer<Candidate>.Create(static (a, b) =>
        {
            int order = b.Odds.CompareTo(a.Odds);
            order = order != 0 ? order : a.LeftRoot.CompareTo(b.LeftRoot);
            return order != 0 ? order : a.RightRoot.CompareTo(b.RightRoot);
        });
    }
}
