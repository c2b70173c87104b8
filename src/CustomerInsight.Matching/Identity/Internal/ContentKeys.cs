using System.Runtime.InteropServices;

namespace CustomerInsight.Matching;

/// <summary>The keys that the chosen blocking rules give a record by itself: those that <see cref="NodeKeys"/> gives of it in any table.</summary>
/// <threadsafety>Not safe: one thread each.</threadsafety>
internal sealed class ContentKeys
{
    private readonly ContentRule[] _rules;
    private readonly PieceCache _pieces;
    private readonly List<ulong> _keys = [];

    /// <param name="choice">The rules.</param>
    /// <param name="schema">The attributes of the contents.</param>
    /// <exception cref="ArgumentException">A rule reads an attribute that the schema lacks.</exception>
    public ContentKeys(BlockingChoice choice, RecordSchema schema)
    {
        var compiler = new DirectCompiler(new DirectScope(schema));
        _pieces = new PieceCache(compiler.Scope, choice);
        _rules = [.. choice.Rules.Select(chosen => new ContentRule(chosen, compiler, _pieces))];
    }

    /// <summary>Adds the keys of a content, rule by rule, those of a rule rising and each once.</summary>
    public void Add(RecordContent content, List<BlockKey> keys)
    {
        _pieces.Load(content);
        for (int rule = 0; rule < _rules.Length; rule++)
        {
            _keys.Clear();
            _rules[rule].AddKeys(content, _keys);
            int count = SetSimilarities.Sort(CollectionsMarshal.AsSpan(_keys));
            foreach (ulong key in CollectionsMarshal.AsSpan(_keys)[..count])
            {
                keys.Add(new BlockKey(rule, key));
            }
        }
    }

    /// <summary>Whether two contents that share a key of a rule meet by it: the rule's condition, where it has one.</summary>
    public bool Passes(int rule, RecordContent left, RecordContent right) => _rules[rule].Passes(left, right);
}
