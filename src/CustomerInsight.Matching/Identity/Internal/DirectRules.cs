namespace CustomerInsight.Matching;

/// <summary>A design's deterministic rules over contents: what <see cref="PairRules"/> says of the same two in any table.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class DirectRules
{
    private readonly MatchDesign _design;
    private readonly DirectPair _pair;
    private readonly DirectTest[] _match;
    private readonly DirectTest[] _noMatch;
    private readonly PieceCache _pieces;
    private readonly ContentRule[] _linking;
    private readonly HashSet<ulong> _own = [];
    private readonly List<ulong> _keys = [];

    /// <param name="design">The design, within the schema.</param>
    /// <param name="choice">The chosen blocking rules: what was over the limit in the rule that finds a match rule's pairs links nothing (law L14).</param>
    /// <param name="schema">The attributes of the contents.</param>
    public DirectRules(MatchDesign design, BlockingChoice choice, RecordSchema schema)
    {
        _design = design;
        var compiler = new DirectCompiler(new DirectScope(schema));
        _pair = compiler.Pair;
        _match = [.. design.MatchRules.Select(rule => rule.Condition.CompileDirect(compiler))];
        _noMatch = [.. design.NoMatchRules.Select(rule => rule.Condition.CompileDirect(compiler))];
        _pieces = new PieceCache(compiler.Scope, choice);
        _linking = [.. design.MatchRules.Select(rule => new ContentRule(BlockingPlan.Linking(rule.FoundBy, choice), compiler, _pieces))];
    }

    /// <summary>Whether any rule links.</summary>
    public bool Any => _linking.Length > 0;

    /// <summary>The position of the first rule that links two contents, or <see cref="PairRules.None"/>; they must share a block of the rule's own.</summary>
    public int Match(RecordContent left, RecordContent right)
    {
        _pair.Load(left, right);
        for (int rule = 0; rule < _match.Length; rule++)
        {
            if (_match[rule].Holds() && SharesBlock(_linking[rule], left, right))
            {
                return rule;
            }
        }

        return PairRules.None;
    }

    /// <summary>The name of the first rule that keeps two contents apart, or null.</summary>
    public string? NoMatch(RecordContent left, RecordContent right)
    {
        _pair.Load(left, right);
        for (int rule = 0; rule < _noMatch.Length; rule++)
        {
            if (_noMatch[rule].Holds())
            {
                return _design.NoMatchRules[rule].Name;
            }
        }

        return null;
    }

    private bool SharesBlock(ContentRule rule, RecordContent left, RecordContent right)
    {
        _own.Clear();
        _own.UnionWith(Keys(rule, left));
        return _own.Overlaps(Keys(rule, right)) && rule.Passes(left, right);
    }

    private List<ulong> Keys(ContentRule rule, RecordContent content)
    {
        _keys.Clear();
        _pieces.Load(content);
        rule.AddKeys(content, _keys);
        return _keys;
    }
}
