namespace CustomerInsight.Models;

/// <summary>Boosts all members until the rows they leave out say that it is enough.</summary>
internal sealed class Booster
{
    /// <summary>Below so many words to sum for a tree, members run beside each other; above, the work of each is shared out.</summary>
    private const long WordsForInnerThreads = 1 << 17;

    private readonly Member[] _members;
    private readonly BoostingOptions _options;
    private readonly ParallelOptions _between;

    public Booster(BinnedRows rows, double[] labels, double[] weights, HeldOut[] deal, double start, SplitRules rules, BoostingOptions options, ParallelOptions parallel)
    {
        _options = options;
        bool inside = options.Members == 1 || (long)rows.Rows * rows.Groups.Length >= WordsForInnerThreads;
        ParallelOptions alone = FixedChunks.Parallel(1, parallel.CancellationToken);
        _between = inside ? alone : parallel;
        var own = new MemberRows[options.Members];
        for (int number = 0; number < own.Length; number++)
        {
            double[] margins = new double[labels.Length];
            Array.Fill(margins, start);
            own[number] = new MemberRows(margins, labels, weights, deal[number]);
        }

        _members = new Member[own.Length];
        RowChunks.For(_members.Length, 1, _between, (number, _, _) => _members[number] = new Member(number, rows, own[number], rules, options, inside ? parallel : alone));
    }

    public IReadOnlyList<Member> Members => _members;

    /// <summary>Gets how many rounds are worth keeping.</summary>
    public int Best { get; private set; }

    public List<BoostingRound> Rounds { get; } = [];

    /// <summary>Boosts.</summary>
    public void Run(IProgress<BoostingRound>? progress)
    {
        double best = Round(0).ValidationLoss ?? 0;
        bool stops = _options.StopAfter > 0;
        int step = stops ? Math.Clamp(_options.StopAfter, 1, 10) : _options.Rounds;
        for (int done = 0; done < _options.Rounds && (!stops || done < Best + _options.StopAfter);)
        {
            // Several rounds at a time, for members need not wait for each other after each.
            int until = Math.Min(_options.Rounds, done + step);
            RowChunks.For(_members.Length, 1, _between, (number, _, _) =>
            {
                for (int round = done; round < until; round++)
                {
                    _between.CancellationToken.ThrowIfCancellationRequested();
                    _members[number].Grow();
                }
            });
            for (; done < until && (!stops || done < Best + _options.StopAfter); done++)
            {
                BoostingRound round = Round(done + 1);
                Rounds.Add(round);
                progress?.Report(round);
                if (!stops || round.ValidationLoss < best)
                {
                    (Best, best) = (done + 1, round.ValidationLoss ?? 0);
                }
            }
        }
    }

    private BoostingRound Round(int round)
    {
        WeightedLoss training = default;
        WeightedLoss held = default;
        foreach (Member member in _members)
        {
            training += member.Losses[round].Training;
            held += member.Losses[round].Held;
        }

        return new BoostingRound(round, training.Mean ?? 0, held.Mean);
    }
}
