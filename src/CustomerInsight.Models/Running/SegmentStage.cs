namespace CustomerInsight.Models;

/// <summary>The step of a run that finds the members of rule segments. Leaves a <see cref="TraitTable"/> and a <see cref="SegmentResult"/>.</summary>
/// <remarks>
/// Traits are the fields of the profiles, purchases, and what the models found (see <see cref="RunTraitNames"/>), and those of the host's providers. A segment whose
/// questions do not fit them is left out with a line of the report that says where, and so are those that ask for it. A provider's trait that is named as another, and all
/// of a provider that look from another day, are left out with a line too.
/// <para>
/// Fields of the profiles come from the records as they are now, whatever the as-of moment: a line counts the records observed after it.
/// </para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SegmentStage : IInsightStage
{
    private readonly SegmentSet _segments;
    private readonly ValueList<string>? _profileFields;
    private readonly ITraitProvider[] _providers;

    /// <summary>Makes the stage.</summary>
    /// <param name="options">Which segments; null for none, so that traits are gathered only. Read once, here.</param>
    /// <param name="providers">Who gives traits of the host's own; null for none.</param>
    /// <exception cref="ArgumentException">An option is not usable, or a provider is null.</exception>
    public SegmentStage(SegmentOptions? options = null, IEnumerable<ITraitProvider>? providers = null)
    {
        options ??= new SegmentOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new SegmentOptionsValidator(), new SegmentOptionsRules());
        _segments = options.Segments;
        _profileFields = options.ProfileFields;
        _providers = [.. providers ?? []];
        int missing = Array.IndexOf(_providers, null!);
        if (missing >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"Provider {missing} is null. Leave it out."), nameof(providers));
        }
    }

    /// <inheritdoc/>
    public string Name => "segments";

    /// <inheritdoc/>
    public InsightPhase Phase => InsightPhase.Segment;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A provider gave null.</exception>
    public async ValueTask RunAsync(InsightContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        TraitTable traits = RunTraits.Of(context, _profileFields, out ValueList<string> sameNames);
        foreach (string field in sameNames)
        {
            context.Report(new ReportLine(Name, "profile-field-left-out", 1, $"field of the profiles, '{field}', is no trait, since another trait has that name. Rename the field in the source's map"));
        }

        int later = _profileFields is { Count: 0 } || context.AsOf is not DateTimeOffset asOf ? 0 : context.Records.Records.Count(record => record.ObservedAt > asOf);
        if (later > 0)
        {
            context.Report(new ReportLine(Name, "records-after-as-of", later, "records were observed after the as-of moment. Traits of profiles come from the records as they are now, so they may tell what was not known then"));
        }

        foreach (ITraitProvider provider in _providers)
        {
            TraitTable given = await provider.GetTraitsAsync(context, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"{provider.GetType().Name} gave no traits. Return {nameof(TraitTable)}.{nameof(TraitTable.Empty)} where there are none.");
            given = Fitting(given, traits, provider.GetType().Name, context);
            int unknown = given.Customers.Count(customer => traits.IndexOf(customer) < 0);
            if (unknown > 0)
            {
                context.Report(new ReportLine(Name, "unknown-customers", unknown, $"customers of whom {provider.GetType().Name} gave traits are not in the run and were left out"));
            }

            traits = traits.Join(given, ownCustomersOnly: true);
        }

        SegmentSet sound = Sound(_segments, traits.Schema, out ValueList<SegmentProblem> leftOut);
        SegmentResult result = new SegmentEngine(sound, traits.Schema).Evaluate(traits, context.Options.MaxDegreeOfParallelism, cancellationToken).Without(leftOut);
        context.Set(traits);
        context.Set(result);
        foreach (SegmentProblem problem in leftOut)
        {
            context.Report(new ReportLine(Name, "segment-left-out", 1, $"segment left out. {problem}"));
        }

        int counting = traits.AsOf is null ? sound.Segments.Count(static segment => CountsDays(segment.When)) : 0;
        if (counting > 0)
        {
            context.Report(new ReportLine(Name, "no-as-of-day", counting, "segments count days from the as-of day, which this run has not, so that no day is within them. Set AsOf in the run's options"));
        }

        context.Progress(Name, traits.Customers.Count, traits.Customers.Count);
    }

    /// <summary>The traits of a provider that can be joined to those of the run.</summary>
    private TraitTable Fitting(TraitTable given, TraitTable traits, string provider, InsightContext context)
    {
        if (traits.AsOf is DateOnly day && given.AsOf is DateOnly other && other != day)
        {
            context.Report(new ReportLine(Name, "provider-traits-left-out", given.Columns.Count, FormattableString.Invariant(
                $"traits of {provider} look from {other:yyyy-MM-dd}, but those of the run from {day:yyyy-MM-dd}, and were left out. Compute them as of that day, or give them no day")));
            return TraitTable.Empty;
        }

        var fitting = ValueList.From(given.Columns.Where(column => traits.Schema.IndexOf(column.Definition.Name) < 0));
        foreach (TraitColumn taken in given.Columns.Where(column => traits.Schema.IndexOf(column.Definition.Name) >= 0))
        {
            context.Report(new ReportLine(Name, "provider-trait-left-out", 1, $"trait of {provider}, '{taken.Definition.Name}', was left out, since another trait has that name. Rename it"));
        }

        return fitting.Count == given.Columns.Count ? given : TraitTable.Create(given.Customers, given.AsOf, fitting);
    }

    private static bool CountsDays(SegmentCondition condition) => ConditionQuestions.Of(condition, string.Empty)
        .Any(static item => item.Question is TraitCondition question && TraitOperators.Of(question.Operator).CountsDays);

    /// <summary>The segments that can be evaluated: without those with problems, those that ask for one of them, and so on.</summary>
    private static SegmentSet Sound(SegmentSet segments, TraitSchema schema, out ValueList<SegmentProblem> problems)
    {
        var found = new List<SegmentProblem>();
        var kept = segments.Segments.Select(static (segment, i) => (Segment: segment, Position: i)).ToList();
        while (true)
        {
            var set = new SegmentSet(ValueList.From(kept.Select(static item => item.Segment)));
            bool[] isWrong = new bool[kept.Count];
            foreach (SegmentProblem problem in set.Validate(schema))
            {
                int segment = SegmentJsonNames.SegmentOf(problem.Path);
                isWrong[segment] = true;
                found.Add(problem with { Path = SegmentJsonNames.WithSegment(problem.Path, kept[segment].Position) });
            }

            if (!isWrong.Contains(true))
            {
                problems = ValueList.From(found);
                return set;
            }

            kept = [.. kept.Where((_, i) => !isWrong[i])];
        }
    }
}
