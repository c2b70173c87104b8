namespace CustomerInsight.Matching;

/// <summary>A design's deterministic rules made ready for one table. Each worker has its own.</summary>
internal sealed class PairRules
{
    public const int None = -1;

    private readonly MatchDesign _design;
    private readonly PairTest[] _match;
    private readonly PairTest[] _noMatch;

    public PairRules(MatchDesign design, PairTestCompiler compiler)
    {
        _design = design;
        _match = [.. design.MatchRules.Select(rule => rule.Condition.Compile(compiler))];
        _noMatch = [.. design.NoMatchRules.Select(rule => rule.Condition.Compile(compiler))];
    }

    /// <summary>The position of the first rule that links two records, or <see cref="None"/>.</summary>
    public int Match(int left, int right) => First(_match, left, right);

    /// <summary>The name of the first rule that keeps two records apart, or null.</summary>
    public string? NoMatch(int left, int right) => First(_noMatch, left, right) is >= 0 and int rule ? _design.NoMatchRules[rule].Name : null;

    private static int First(PairTest[] rules, int left, int right)
    {
        for (int rule = 0; rule < rules.Length; rule++)
        {
            if (rules[rule].Holds(left, right))
            {
                return rule;
            }
        }

        return None;
    }
}
