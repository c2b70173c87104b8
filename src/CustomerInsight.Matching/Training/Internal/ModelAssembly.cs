using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>Gathers what is learned about each comparison, beginning with what is expected, and makes the model of it.</summary>
internal sealed class ModelAssembly
{
    private readonly StandardizedTable _table;
    private readonly MatchNodes _nodes;
    private readonly MatchDesign _design;
    private readonly MatchingOptions _options;
    private readonly TrainingSettings _settings;
    private readonly FixedParameters _known;
    private readonly LevelSources _sources;
    private readonly double[][] _m;
    private readonly double[]?[] _h;

    public ModelAssembly(StandardizedTable table, MatchNodes nodes, MatchDesign design, MatchingOptions options, TrainingSettings settings, FixedParameters known)
    {
        _table = table;
        _nodes = nodes;
        _design = design;
        _options = options;
        _settings = settings;
        _known = known;
        _sources = new LevelSources(design, known);
        _m = [.. design.Comparisons.Select((comparison, i) => known.FixM(i, Expectations.M(comparison.Levels.Count + 1)))];
        _h = [.. design.Comparisons.Select(comparison => design.IsShared(comparison) ? Expectations.M(comparison.Levels.Count + 1) : null)];
        U = [.. design.Comparisons.Select((comparison, i) => known.FixU(i, Expectations.U(comparison.Levels.Count + 1)))];
    }

    public double[][] U { get; }

    /// <summary>What each level was learned from.</summary>
    public ValueList<LevelTraining> Levels => _sources.Levels;

    public void LearnU(PatternCounts pairs, ParameterOrigin origin)
    {
        for (int i = 0; i < U.Length; i++)
        {
            double[] counts = pairs.LevelsOf(i, U[i].Length);
            U[i] = _known.FixU(i, Expectations.Blend(counts, U[i], _options.PriorStrength));
            _sources.TaughtU(i, counts, origin);
        }
    }

    /// <summary>Takes over what labelled matches say; what they show no value of is left to the sessions.</summary>
    public void LearnM(PatternCounts labelled)
    {
        for (int i = 0; i < _m.Length; i++)
        {
            double[] counts = labelled.LevelsOf(i, _m[i].Length);
            if (counts.Sum() > 0)
            {
                SetM(i, _known.FixM(i, Expectations.Blend(counts, Expectations.M(counts.Length), _options.PriorStrength)), counts, [], ParameterOrigin.Labelled);
            }
        }
    }

    public bool IsLabelled(string comparison) => Enumerable.Range(0, _m.Length).Any(i => _design.Comparisons[i].Name == comparison && _sources.IsLabelled(i));

    public void SetM(int comparison, double[] m, double[] matches, IEnumerable<string> sessions, ParameterOrigin origin)
    {
        _m[comparison] = m;
        _sources.TaughtM(comparison, matches, sessions, origin);
    }

    /// <summary>Takes over what the sessions learned; gives the comparisons whose m none of them taught.</summary>
    public IReadOnlyList<string> LearnM(IReadOnlyList<SessionOutcome> sessions)
    {
        var untrained = new List<string>();
        for (int i = 0; i < _m.Length; i++)
        {
            double[][] m = [.. sessions.Select(session => session.M[i]).OfType<double[]>()];
            double[][] h = [.. sessions.Select(session => session.H[i]).OfType<double[]>()];
            // What people said outranks what was guessed.
            if (m.Length > 0 && !_sources.IsLabelled(i))
            {
                double[] matches = new double[_m[i].Length];
                foreach (SessionOutcome session in sessions.Where(session => session.M[i] is not null))
                {
                    matches = [.. matches.Zip(session.M[i]!, (sum, share) => sum + (session.Mass[i] * share))];
                }

                SetM(i, _known.FixM(i, Median(m)), matches, sessions.Where(session => session.M[i] is not null).Select(static session => session.Report.Rule), ParameterOrigin.Learned);
            }
            else if (!_sources.IsLabelled(i))
            {
                untrained.Add(_design.Comparisons[i].Name);
            }

            if (_h[i] is not null)
            {
                // What no session taught, a household shares as records of one person do.
                _h[i] = h.Length > 0 ? Median(h) : _m[i];
            }
        }

        return untrained;
    }

    public MatchModel Build(double share, double householdShare, bool adjusted)
    {
        var comparisons = _design.Comparisons.Select((comparison, i) => new ComparisonParameters(
            comparison, ValueList.From(_m[i].Select((m, level) => new LevelParameters(comparison.LevelName(level), m, U[i][level]) { H = _h[i]?[level] }))));
        var frequencies = new Dictionary<string, TermFrequencies>(StringComparer.Ordinal);
        foreach (string attribute in adjusted ? _design.Comparisons.SelectMany(static comparison => comparison.Levels).Select(static level => level.TermFrequency).OfType<string>().Distinct(StringComparer.Ordinal) : [])
        {
            frequencies.Add(attribute, _settings.TermFrequencies.GetValueOrDefault(attribute) ?? TermFrequencies.Of(_table.Column(_table.Schema.IndexOf(attribute)), _nodes));
        }

        return new MatchModel(share, comparisons, frequencies, _design.Identifiers, _options.PriorStrength) { HouseholdShare = householdShare, HubIdentifiers = Hubs(), TrainedOn = TrainedColumn.Of(_table) };
    }

    private FrozenSet<Identifier> Hubs()
    {
        var counts = new Dictionary<Identifier, int>();
        for (int node = 0; node < _nodes.Count; node++)
        {
            foreach (Identifier identifier in _table.Records[_nodes.Representative(node)].Identifiers.Distinct())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, identifier, out _)++;
            }
        }

        return counts.Where(pair => pair.Value > (_design.Identifiers.For(pair.Key.Type).MostContents ?? _options.LargestBlock)).Select(static pair => pair.Key).ToFrozenSet();
    }

    private static double[] Median(double[][] sessions)
    {
        double[] median = new double[sessions[0].Length];
        for (int level = 0; level < median.Length; level++)
        {
            double[] values = [.. sessions.Select(session => session[level]).Order()];
            median[level] = (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
        }

        double sum = median.Sum();
        return [.. median.Select(value => value / sum)];
    }
}
