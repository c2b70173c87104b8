namespace CustomerInsight.Matching;

public sealed partial class IdentityGraph
{
    // What is said of each record and each other is held pair by pair while clusters are made.
    private const long MostPairs = 100_000;

    /// <inheritdoc/>
    public ValueTask<StewardResult> DecideAsync(StewardAction action, string author, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        return DecideAsync(action, new StewardNote(author, reason, _setup.Clock.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<StewardResult> PreviewAsync(StewardAction action, CancellationToken cancellationToken = default) => DecideAsync(action, null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ValueList<StewardDecision>> DecisionsAsync(CancellationToken cancellationToken = default)
    {
        await ReadyAsync(cancellationToken).ConfigureAwait(false);
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return ValueList.From(Ready().State.Binding().Select(ToDecision));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<ReviewItem>> ReviewAsync(int most = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        Generation generation = await ReadyAsync(cancellationToken).ConfigureAwait(false);
        List<ReviewPair> pairs = ReviewQueue.Find(generation, most, cancellationToken);
        var items = new List<ReviewItem>(pairs.Count);
        foreach (ReviewPair pair in pairs)
        {
            KeptApart? apart = pair.Kind == ReviewKind.KeptApart ? await WhyApartAsync(generation, pair, cancellationToken).ConfigureAwait(false) : null;
            if (pair.Left.First is { Profile: { } leftProfile } left && pair.Right.First is { Profile: { } rightProfile } right)
            {
                items.Add(new ReviewItem(pair.Kind, left.Key, right.Key, leftProfile.Id, rightProfile.Id, pair.Worth, apart?.Reason, apart?.Rule, generation.Model.Explain(pair.Left.Said, pair.Right.Said)));
            }
        }

        return ValueList.From(items);
    }

    private static StewardDecision ToDecision(LiveAssertion assertion) => new(
        assertion.Block,
        assertion.Kind,
        ValueList.From(assertion.Left.Where(static record => !record.IsErased).Select(static record => record.Key)),
        ValueList.From(assertion.Right.Where(static record => !record.IsErased).Select(static record => record.Key)),
        assertion.Note,
        assertion.Kind == AssertionKind.Different || assertion.Left.Where(static record => record.IsLive).All(left => assertion.Right.Where(static record => record.IsLive).All(right => ReferenceEquals(left.Profile, right.Profile))));

    private async ValueTask<StewardResult> DecideAsync(StewardAction action, StewardNote? note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        await ReadyAsync(cancellationToken).ConfigureAwait(false);
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await DecideAsync(Ready(), action, note, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask<StewardResult> DecideAsync(Generation generation, StewardAction action, StewardNote? note, CancellationToken cancellationToken)
    {
        GraphState state = generation.State;
        List<LiveAssertion> asserted = StewardPlan.Of(action, state, _blocks, note, MostPairs);
        List<LiveAssertion> retracted = action.Kind == StewardActionKind.Retract ? state.Assertions[action.Decision] : [];
        var edit = new GraphEdit(generation.Model.LinkWeight);
        try
        {
            asserted.ForEach(edit.Assert);
            retracted.ForEach(edit.Retract);
            GraphOutcome outcome = Solve(generation, edit, action.Decision, cancellationToken);
            ValueList<StewardDecision> conflicts = Conflicts(asserted, outcome, state);
            bool isSaidSame = action.Kind is StewardActionKind.Merge or StewardActionKind.Same;
            if (isSaidSame && conflicts.Count == 0 && asserted.Exists(assertion => outcome.IdOf(assertion.Left[0]) != outcome.IdOf(assertion.Right[0])))
            {
                throw new ArgumentException($"Together the records would have more than {generation.Model.LargestCluster} distinct contents, more than a profile may. Raise {nameof(MatchingOptions)}.{nameof(MatchingOptions.LargestCluster)}.", nameof(action));
            }

            bool isRefused = conflicts.Count > 0 && isSaidSame;
            if (note is null || isRefused)
            {
                var preview = new StewardResult(0, isRefused ? default : Impacts(generation, outcome, null), conflicts) { IsRefused = isRefused };
                edit.Undo();
                return preview;
            }

            List<LedgerEntry> entries = [.. asserted.Select(static assertion => new Asserted(assertion.Kind, Numbers(assertion.Left), Numbers(assertion.Right)))];
            if (retracted.Count > 0)
            {
                entries.Add(new Retracted(action.Decision));
            }

            entries.Add(new Noted(note));
            if (outcome.ToEntry(updated: 0) is { } profiles)
            {
                entries.Add(profiles);
            }

            ValueList<ProfileImpact> impacts = Impacts(generation, outcome, null);
            IdentityBlock block = await AppendAsync(entries, cancellationToken).ConfigureAwait(false);
            edit.Keep();
            asserted.ForEach(state.Keep);
            state.Retract(action.Decision, block.Number);
            Publish(generation, outcome, block.Number, isErased: false);
            return new StewardResult(block.Number, ValueList.From(impacts.Select(impact => impact with { Change = impact.Change with { Cursor = block.Number + 1, At = block.At } })), conflicts);
        }
        catch
        {
            edit.Undo();
            throw;
        }
    }

    private static ValueList<int> Numbers(LiveRecord[] records) => ValueList.From(records.Select(static record => record.Number));

    /// <summary>The decisions that keep apart what was said to be the same, or that were said to be the same and are kept apart now.</summary>
    private static ValueList<StewardDecision> Conflicts(List<LiveAssertion> asserted, GraphOutcome outcome, GraphState state)
    {
        var opposite = new HashSet<LiveAssertion>();
        foreach (LiveAssertion assertion in asserted)
        {
            foreach (LiveRecord left in assertion.Left)
            {
                foreach (LiveRecord right in assertion.Right)
                {
                    if (assertion.Kind == AssertionKind.Different)
                    {
                        opposite.UnionWith((left.Assertions ?? []).Where(other => other.Kind == AssertionKind.Same && other.Across(left).Contains(right)));
                    }
                    else if (outcome.IdOf(left) != outcome.IdOf(right))
                    {
                        opposite.UnionWith(Between(outcome.RecordsOf(outcome.IdOf(left)) ?? [left], outcome.RecordsOf(outcome.IdOf(right)) ?? [right]));
                    }
                }
            }
        }

        return ValueList.From(opposite.Except(asserted).Where(assertion => state.Assertions.ContainsKey(assertion.Block)).OrderBy(static assertion => assertion.Block).Select(ToDecision));

        static IEnumerable<LiveAssertion> Between(LiveRecord[] some, LiveRecord[] others) => some
            .SelectMany(record => (record.Assertions ?? []).Where(assertion => assertion.Kind == AssertionKind.Different && assertion.Across(record).Any(across => Array.IndexOf(others, across) >= 0)));
    }

    private ValueList<ProfileImpact> Impacts(Generation generation, GraphOutcome outcome, IdentityBlock? block)
    {
        var impacts = new List<ProfileImpact>();
        foreach (ProfileChange change in Changes(outcome, block, updated: 0))
        {
            long id = change.Profile.Value;
            Profile? before = generation.State.Profile(id) is LiveProfile live ? Make(generation, live) : null;
            Profile? after = outcome.RecordsOf(id) is { } records ? _profiles.Make(change.Profile, records.Select(static record => record.Current), generation.State.PreviousIds(id, outcome.Plan)) : null;
            impacts.Add(new ProfileImpact(change, before, after));
        }

        return ValueList.From(impacts);
    }

    /// <summary>What keeps a pair apart, found by clustering again what hangs together with it.</summary>
    private async ValueTask<KeptApart?> WhyApartAsync(Generation generation, ReviewPair pair, CancellationToken cancellationToken)
    {
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!ReferenceEquals(generation, _generation) || pair.Left.Count == 0 || pair.Right.Count == 0)
            {
                return null;
            }

            var edit = new GraphEdit(generation.Model.LinkWeight);
            edit.Look(pair.Left);
            GraphSolution solution = generation.Solver.Solve(edit.Region(++_visit), cancellationToken);
            foreach (KeptApart apart in solution.Clustering?.Apart ?? default)
            {
                (LiveContent left, LiveContent right) = (solution.Nodes[apart.Left].Content, solution.Nodes[apart.Right].Content);
                if ((ReferenceEquals(left, pair.Left) && ReferenceEquals(right, pair.Right)) || (ReferenceEquals(left, pair.Right) && ReferenceEquals(right, pair.Left)))
                {
                    return apart;
                }
            }

            return null;
        }
        finally
        {
            _gate.Release();
        }
    }
}
