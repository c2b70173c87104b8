namespace CustomerInsight.Matching;

/// <summary>Runs the sessions of the plain procedure one after the other, each beginning where the earlier ones left the numbers.</summary>
internal sealed class PlainTraining(MatchDesign design, PairPatterns patterns, ModelAssembly assembly, FixedParameters known, TrainingSettings settings, MatchingOptions options)
{
    private const double StrongestM = 0.95;

    private readonly double[][] _start = [.. design.Comparisons.Select((comparison, i) => known.FixM(i, Start(comparison)))];
    private readonly List<(string Rule, double M, double Matches)>[][] _taught = [.. design.Comparisons.Select(static comparison =>
        Enumerable.Range(0, comparison.Levels.Count + 1).Select(static _ => new List<(string, double, double)>()).ToArray())];

    /// <summary>Runs a session and takes over what it taught.</summary>
    /// <param name="rule">The session's rule.</param>
    /// <param name="index">The rule's blocks.</param>
    /// <param name="share">The share of matches among all pairs.</param>
    /// <param name="parallel">How many threads it may use, and what stops it.</param>
    public TrainingSession Run(IBlockingRule rule, BlockIndex index, double share, ParallelOptions parallel)
    {
        PatternCounts counts = patterns.OfBlocks(index, options.TrainingPairs, parallel);
        double[]?[] taught = [.. design.Comparisons.Select((comparison, i) => comparison.Attributes.Any(rule.Attributes.Contains) ? null : assembly.U[i])];
        ValueList<string> names = ValueList.From(design.Comparisons.Where((_, i) => taught[i] is not null).Select(static comparison => comparison.Name));
        if (counts.Pairs == 0 || names.Count == 0)
        {
            return new TrainingSession(rule.Name, counts.Pairs, 0, 0, 0, false, false, names);
        }

        double odds = share / (1 - share) * Surely(rule).Aggregate(1.0, (factor, level) => factor * _start[level.Comparison][level.Level] / assembly.U[level.Comparison][level.Level]);
        var session = new PlainSession(counts, taught, _start, odds / (1 + odds), known, options.PriorStrength);
        session.Run(options.MostIterations, settings.Tolerance, parallel.CancellationToken);
        for (int i = 0; i < taught.Length; i++)
        {
            if (session.M[i] is { } m)
            {
                Take(i, rule.Name, m, session.Matches[i]!);
            }
        }

        return new TrainingSession(rule.Name, counts.Pairs, session.Share, 0, session.Iterations, session.Converged, true, names);
    }

    /// <summary>The median of what the sessions taught of each level; a level that none saw keeps what it began with, and weighs nothing in the end.</summary>
    private void Take(int comparison, string rule, double[] m, double[] matches)
    {
        for (int level = 0; level < m.Length; level++)
        {
            if (matches[level] > 0)
            {
                _taught[comparison][level].Add((rule, m[level], matches[level]));
                _start[comparison][level] = Median([.. _taught[comparison][level].Select(static taught => taught.M).Order()]);
            }
        }
    }

    /// <summary>Gives the model what was taught; gives the names of the comparisons that nothing was.</summary>
    public IReadOnlyList<string> Finish()
    {
        var untaught = new List<string>();
        for (int i = 0; i < _taught.Length; i++)
        {
            if (Array.TrueForAll(_taught[i], static level => level.Count == 0))
            {
                untaught.Add(design.Comparisons[i].Name);
                continue;
            }

            double[] m = [.. _taught[i].Select((level, j) => level.Count > 0 || known.IsFixedM(i, j) ? _start[i][j] : assembly.U[i][j])];
            assembly.SetM(i, m, [.. _taught[i].Select(static level => level.Sum(static taught => taught.Matches))], _taught[i].SelectMany(static level => level).Select(static taught => taught.Rule).Distinct(), ParameterOrigin.Learned);
        }

        return untaught;
    }

    /// <summary>The levels that all pairs of a rule hold: those of equal values, the ones of several attributes first.</summary>
    private IEnumerable<(int Comparison, int Level)> Surely(IBlockingRule rule)
    {
        var left = (rule as BlockingRule)?.Parts.Where(static part => ReferenceEquals(part.Part, ValuePart.Whole)).Select(static part => part.Attribute).ToHashSet(StringComparer.Ordinal) ?? [];
        var equal = design.Comparisons
            .SelectMany(static (comparison, i) => comparison.Levels.Select((level, j) => (Comparison: i, Level: j, Attributes: EqualIn(level.Condition.Spec))))
            .Where(static level => level.Attributes.Length > 0)
            .OrderByDescending(static level => level.Attributes.Length);
        foreach ((int comparison, int level, string[] attributes) in equal)
        {
            if (attributes.All(left.Contains))
            {
                left.ExceptWith(attributes);
                yield return (comparison, level);
            }
        }
    }

    /// <summary>The attributes whose equality is all that a condition asks for; none where it asks for more or else.</summary>
    private static string[] EqualIn(ConditionSpec spec) => spec switch
    {
        { Kind: SameCondition.Kind, Part: null } => spec.Attributes!,
        { Kind: AllCondition.Kind } when Array.TrueForAll(spec.Of!, static part => EqualIn(part).Length > 0) => [.. spec.Of!.SelectMany(EqualIn).Distinct(StringComparer.Ordinal)],
        _ => [],
    };

    private static double[] Start(Comparison comparison)
    {
        int[] levels = [.. Enumerable.Range(0, comparison.Levels.Count + 1).Where(level => level == comparison.Levels.Count || !comparison.Levels[level].IsSilent)];
        double[] m = new double[comparison.Levels.Count + 1];
        Array.Fill(m, (1 - StrongestM) / Math.Max(levels.Length - 1, 1));
        m[levels[0]] = StrongestM;
        return m;
    }

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
