namespace CustomerInsight.Matching;

/// <summary>Keeps what each level's numbers were learned from.</summary>
internal sealed class LevelSources
{
    /// <summary>Less than half an expected match at a level is none.</summary>
    private const double FewestMatches = 0.5;

    private readonly MatchDesign _design;
    private readonly FixedParameters _known;
    private readonly Source[] _sources;

    public LevelSources(MatchDesign design, FixedParameters known)
    {
        _design = design;
        _known = known;
        _sources = [.. design.Comparisons.Select(static comparison => new Source(comparison.Levels.Count + 1))];
    }

    public ValueList<LevelTraining> Levels => ValueList.From(_design.Comparisons.SelectMany((comparison, i) => Enumerable.Range(0, comparison.Levels.Count + 1)
        .Where(level => level == comparison.Levels.Count || !comparison.Levels[level].IsSilent)
        .Select(level => Level(i, level))));

    public bool IsLabelled(int comparison) => _sources[comparison].MOrigin == ParameterOrigin.Labelled;

    public void TaughtM(int comparison, double[] matches, IEnumerable<string> sessions, ParameterOrigin origin)
    {
        _sources[comparison].Matches = matches;
        _sources[comparison].MOrigin = origin;
        _sources[comparison].Sessions = ValueList.From(sessions);
    }

    /// <summary>Takes over how many pairs show each level; where none shows any, nothing was taught.</summary>
    public void TaughtU(int comparison, double[] pairs, ParameterOrigin origin)
    {
        if (pairs.Sum() > 0)
        {
            _sources[comparison].Pairs = pairs;
            _sources[comparison].UOrigin = origin;
        }
    }

    private LevelTraining Level(int comparison, int level)
    {
        Source source = _sources[comparison];
        return new LevelTraining(
            _design.Comparisons[comparison].Name,
            _design.Comparisons[comparison].LevelName(level),
            _known.IsFixedM(comparison, level) ? ParameterOrigin.Fixed : Observed(source.MOrigin, source.Matches[level] >= FewestMatches),
            source.Matches[level],
            source.Sessions,
            _known.IsFixedU(comparison, level) ? ParameterOrigin.Fixed : Observed(source.UOrigin, source.Pairs[level] > 0),
            (long)source.Pairs[level]);
    }

    private static ParameterOrigin Observed(ParameterOrigin origin, bool observed) =>
        origin == ParameterOrigin.Expected || observed ? origin : ParameterOrigin.NeverObserved;

    private sealed class Source(int levels)
    {
        public ParameterOrigin MOrigin { get; set; }

        public double[] Matches { get; set; } = new double[levels];

        public ValueList<string> Sessions { get; set; }

        public ParameterOrigin UOrigin { get; set; }

        public double[] Pairs { get; set; } = new double[levels];
    }
}
