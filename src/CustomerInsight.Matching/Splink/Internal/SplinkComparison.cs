namespace CustomerInsight.Matching;

/// <summary>Makes a comparison with its numbers of what Splink saved of one.</summary>
internal sealed class SplinkComparison(SplinkFile.Comparison source, IReadOnlyDictionary<string, string> attributes, List<SplinkNote> notes)
{
    private const string Else = "ELSE";

    private readonly string _name = source.Name ?? "comparison";
    private readonly SplinkColumns _columns = new(attributes);
    private readonly List<ComparisonLevel> _levels = [];
    private readonly List<LevelParameters> _numbers = [];
    private List<string> _required = [];
    private LevelParameters? _different;

    /// <summary>Makes it, or gives null and says why in the notes.</summary>
    public ComparisonParameters? Read()
    {
        SplinkFile.Level[] levels = source.Levels ?? [];
        for (int i = 0; i < levels.Length; i++)
        {
            if (!TryAdd(levels[i], isFirst: i == 0))
            {
                notes.Add(new SplinkNote(_name, string.Empty, "the comparison was left out: which pairs it says nothing about is not known", true));
                return null;
            }
        }

        if (_levels.TrueForAll(static level => level.IsSilent))
        {
            notes.Add(new SplinkNote(_name, string.Empty, "the comparison was left out: no level of it was taken", true));
            return null;
        }

        if (_required.Count == 0 && !_levels.Exists(static level => level.IsSilent))
        {
            _required = [.. _levels.SelectMany(static level => level.Condition.Attributes).Distinct()];
            notes.Add(new SplinkNote(_name, string.Empty, "it has no level for missing values; where one is missing it says nothing here", true));
        }

        _numbers.Add(_different ?? new LevelParameters(Comparison.Different, 1, 1));
        return new ComparisonParameters(new Comparison(_name, _required, _levels), ValueList.From(_numbers));
    }

    /// <summary>Adds a level, or notes why not; false where the comparison makes no sense without it.</summary>
    private bool TryAdd(SplinkFile.Level level, bool isFirst)
    {
        string sql = level.Sql?.Trim() ?? string.Empty;
        string name = level.Label ?? sql;
        string where = $"{_name}: {name}";
        if (string.Equals(sql, Else, StringComparison.OrdinalIgnoreCase))
        {
            _different = Numbers(level, Comparison.Different, where);
            return true;
        }

        try
        {
            LevelCondition condition = new SplinkConditions(_columns).Of(SqlParser.Parse(sql));
            if (level.IsNull && isFirst && RequiredBy(condition) is { } required)
            {
                _required = required;
                return true;
            }

            _levels.Add(new ComparisonLevel(name, condition)
            {
                IsSilent = level.IsNull,
                TermFrequency = level.TermFrequencyColumn is { } column ? _columns.Attribute(column.Trim('"')) : null,
                TermFrequencyWeight = level.TermFrequencyWeight ?? 1,
                LeastFrequency = level.LeastFrequency ?? 0,
            });
            _numbers.Add(level.IsNull ? new LevelParameters(name, 1, 1) : Numbers(level, name, where));
            NoteFrequency(level, where);
            return true;
        }
        catch (SplinkNeverException never)
        {
            notes.Add(new SplinkNote(where, sql, $"the level holds for no pair and was left out: {never.Message}", false));
            return true;
        }
        catch (SqlSyntaxException problem)
        {
            notes.Add(new SplinkNote(where, sql, $"the level was left out, so that its pairs fall to the levels below: {problem.Message}", true));
            return !level.IsNull;
        }
        catch (ArgumentOutOfRangeException problem)
        {
            notes.Add(new SplinkNote(where, sql, $"the level was left out, so that its pairs fall to the levels below: {problem.Message}", true));
            return !level.IsNull;
        }
    }

    /// <summary>The attributes that must be there, where a null level says nothing else.</summary>
    private static List<string>? RequiredBy(LevelCondition condition)
    {
        ConditionSpec spec = condition.Spec;
        ConditionSpec[] parts = spec.Kind == AnyCondition.Kind ? spec.Of! : [spec];
        return parts.All(static part => part is { Kind: MissingCondition.Kind, Part: null }) ? [.. parts.SelectMany(static part => part.Attributes!).Distinct()] : null;
    }

    private LevelParameters Numbers(SplinkFile.Level level, string name, string where)
    {
        double? m = Usable(level.M, "m", where);
        double? u = Usable(level.U, "u", where);
        if (m is null || u is null)
        {
            // In its own process Splink gives a number that it never observed 10⁻⁶ (comparison_level.py), so that of a level without both 0 bits come out
            // too; after loading it gives the default of its comparison library, which the file does not hold.
            bool neither = m is null && u is null;
            notes.Add(new SplinkNote(where, string.Empty, $"it has no {(neither ? "m and no u" : m is null ? "m" : "u")}, which Splink never observed: it weighs 0 bits{(neither ? string.Empty : ", in Splink what it has in place of the number")}", false));
        }

        return new LevelParameters(name, m ?? u ?? 1, u ?? m ?? 1);
    }

    private static double? Usable(double? number, string what, string where) => number switch
    {
        null or 0 => null,
        > 0 and <= 1 => number,
        _ => throw new MatchModelFileException(MatchModelFileException.ImpossibleValues, "$.comparisons", $"{where} has an {what} outside (0, 1]. Train and save the model again"),
    };

    private void NoteFrequency(SplinkFile.Level level, string where)
    {
        if (level.TermFrequencyColumn is null || level.IsNull)
        {
            return;
        }

        string attribute = _columns.Attribute(level.TermFrequencyColumn.Trim('"'));
        bool equal = _levels[^1].Condition is SameCondition { IsWhole: true } same && same.Attribute == attribute;
        if (level.OwnUInTermFrequency && !equal)
        {
            notes.Add(new SplinkNote(where, string.Empty, "the frequency of its value is set against the u of the level of equal values, not its own", true));
        }
    }
}
