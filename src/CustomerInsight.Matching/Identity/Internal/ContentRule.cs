namespace CustomerInsight.Matching;

/// <summary>One chosen blocking rule over contents.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class ContentRule
{
    private readonly RecordSchema _schema;
    private readonly DirectPair _pair;
    private readonly DirectTest? _condition;
    private readonly PieceCache _pieces;
    private readonly IBlockingRule _rule;
    private readonly BlockingRule? _ofParts;
    private readonly int[] _parts;
    private readonly Dictionary<ulong, int?> _oversize;
    private readonly List<ulong> _plain = [];

    /// <param name="chosen">The rule with its oversize blocks.</param>
    /// <param name="compiler">What makes the rule's condition ready.</param>
    /// <param name="pieces">What splits parts; turned to the content before its keys are asked for.</param>
    public ContentRule(ChosenRule chosen, DirectCompiler compiler, PieceCache pieces)
    {
        _schema = compiler.Scope.Schema;
        _pair = compiler.Pair;
        _pieces = pieces;
        _rule = chosen.Rule;
        _ofParts = chosen.Rule as BlockingRule;
        _parts = [.. (_ofParts?.Parts ?? default).Select(pieces.PlaceOf)];
        _oversize = chosen.Oversize.ToDictionary(static block => block.Key, block => block.RefinedBy is { } part ? pieces.PlaceOf(part) : (int?)null);
        foreach (string attribute in chosen.Rule.Attributes)
        {
            compiler.Scope.Ordinal(attribute);
        }

        _condition = _ofParts?.Condition?.CompileDirect(compiler);
    }

    /// <summary>Whether two contents that share a key meet: the rule's condition.</summary>
    public bool Passes(RecordContent left, RecordContent right)
    {
        if (_condition is null)
        {
            return true;
        }

        _pair.Load(left, right);
        return _condition.Holds();
    }

    /// <summary>Adds the keys of a content, in any order, some possibly several times.</summary>
    public void AddKeys(RecordContent content, List<ulong> keys)
    {
        _plain.Clear();
        AddPlain(content);
        foreach (ulong key in _plain)
        {
            AddRefined(BlockRefinement.OfKind(key, (ulong)content.Kind), keys);
        }
    }

    private void AddPlain(RecordContent content)
    {
        switch (_rule)
        {
            case BlockingRule rule:
                Join(rule.AnyOrder, 0, 0);
                break;
            case IdentifierRule rule:
                rule.AddKeys(content.Identifiers, _plain);
                break;
            case SameContentRule:
                _plain.Add(content.HashOfValues(_schema.Attributes.Count));
                break;
            default:
                // A rule of a host's own reads tables; what it knows of a record is what the content says.
                var record = new SourceRecord(_schema, new RecordKey(content.Source ?? "any", "record"), content.Values(_schema.Attributes.Count)) { EntityKind = content.Kind, Identifiers = content.Identifiers, ObservedAt = content.ObservedAt };
                _rule.Prepare(StandardizedTable.OfStandardized([record])).AddKeys(0, _plain);
                break;
        }
    }

    /// <summary>Every combination of the parts' pieces.</summary>
    private void Join(bool anyOrder, int part, ulong soFar)
    {
        if (part == _parts.Length)
        {
            _plain.Add(soFar);
            return;
        }

        foreach (ulong hash in _pieces.Hashes(_parts[part]))
        {
            Join(anyOrder, part + 1, PartKeys.Join(anyOrder, part, soFar, hash));
        }
    }

    private void AddRefined(ulong key, List<ulong> keys)
    {
        if (!_oversize.TryGetValue(key, out int? refinedBy))
        {
            keys.Add(key);
        }
        else if (refinedBy is { } part)
        {
            foreach (ulong hash in _pieces.Hashes(part))
            {
                AddRefined(BlockRefinement.Within(key, hash), keys);
            }
        }
    }
}
