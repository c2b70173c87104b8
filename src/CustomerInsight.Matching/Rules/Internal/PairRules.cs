namespace CustomerInsight.Matching;

/// <summary>A design's deterministic rules made ready for one table. Each worker has its own.</summary>
internal sealed class PairRules
{
    public const int None = -1;

    private readonly MatchDesign _design;
    private readonly MatchNodes _nodes;
    private readonly IReadOnlyList<BlockIndex> _linking;
    private readonly NodeTest?[] _linkingTests;
    private readonly PairTest[] _match;
    private readonly PairTest[] _noMatch;

    /// <summary>Compiles the rules; each rule that links comes with the blocks inside which it does.</summary>
    public PairRules(MatchDesign design, PairTestCompiler compiler, MatchNodes nodes, IReadOnlyList<BlockIndex> linking)
    {
        _design = design;
        _nodes = nodes;
        _linking = linking;
        _linkingTests = [.. linking.Select(static blocks => blocks.CreateTest())];
        _match = [.. design.MatchRules.Select(rule => rule.Condition.Compile(compiler))];
        _noMatch = [.. design.NoMatchRules.Select(rule => rule.Condition.Compile(compiler))];
    }

    /// <summary>Whether any rule links.</summary>
    public bool Any => _match.Length > 0;

    /// <summary>Whether any rule keeps apart.</summary>
    public bool AnyNoMatch => _noMatch.Length > 0;

    /// <summary>The position of the first rule that links two nodes, or <see cref="None"/>. Whichever rule found the pair, it must share a block of the linking rule's own.</summary>
    public int Match(int left, int right)
    {
        int leftRecord = _nodes.Representative(left);
        int rightRecord = _nodes.Representative(right);
        for (int rule = 0; rule < _match.Length; rule++)
        {
            if (_match[rule].Holds(leftRecord, rightRecord) && SharesBlock(rule, left, right))
            {
                return rule;
            }
        }

        return None;
    }

    /// <summary>The name of the first rule that keeps two nodes apart, or null.</summary>
    public string? NoMatch(int left, int right)
    {
        int leftRecord = _nodes.Representative(left);
        int rightRecord = _nodes.Representative(right);
        for (int rule = 0; rule < _noMatch.Length; rule++)
        {
            if (_noMatch[rule].Holds(leftRecord, rightRecord))
            {
                return _design.NoMatchRules[rule].Name;
            }
        }

        return null;
    }

    private bool SharesBlock(int rule, int left, int right) =>
        _linking[rule].FirstShared(left, right) >= 0 && _linkingTests[rule]?.Holds(left, right) != false;
}
