namespace CustomerInsight.Sources;

/// <summary>Gives the columns of a record source their meaning, and the attributes their names.</summary>
/// <remarks>
/// The only column of a kind is called as the kind, so that the columns of different sources meet; otherwise each keeps its own
/// name. A column that is seen late always keeps its own name, because the records before it have theirs already.
/// </remarks>
internal sealed class RecordMapper(string source, ColumnTargets targets) : ColumnMapper(targets)
{
    private readonly List<AttributeDefinition> _attributes = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private RecordSchema? _schema;

    public override RecordSchema Schema => _schema ??= new RecordSchema(_attributes);

    protected override IEnumerable<MappedColumn> Assign(IReadOnlyList<string> names)
    {
        ColumnTarget?[] given = FromOptions(names);
        ColumnTarget?[] all = Guess(names, given);
        string?[] attributes = new string?[names.Count];
        foreach (int i in Enumerable.Range(0, names.Count).Where(i => all[i]!.AttributeName is not null))
        {
            attributes[i] = Claim(all[i]!.AttributeName!);
        }

        for (int i = 0; i < names.Count; i++)
        {
            bool alone = all.Count(target => target!.Role == ColumnRole.Attribute && target.Kind == all[i]!.Kind) == 1;
            attributes[i] ??= all[i]!.Role != ColumnRole.Attribute ? null : Claim(alone && NameOf(all[i]!.Kind) is { } name ? name : OwnName(names[i], i));
        }

        return [.. names.Select((name, i) => ToColumn(name, all[i]!, attributes[i], given[i] is not null))];
    }

    protected override MappedColumn AssignLate(string name)
    {
        ColumnTarget? given = Columns.Any(column => ColumnName.Compact(column.Column) == ColumnName.Compact(name)) ? null : Targets.Find(name);
        ColumnTarget target = given ?? ColumnGuesser.Identifier(name, source) ?? AsAttribute(name);
        string? attribute = target.Role == ColumnRole.Attribute ? Claim(target.AttributeName ?? OwnName(name, Columns.Count)) : null;
        return ToColumn(name, target, attribute, given is not null);
    }

    // Codes of one list are not codes of another, and texts even less so.
    private static string? NameOf(AttributeKind kind) =>
        kind == AttributeKind.Category || !KnownAttributes.IsKnown(kind) ? null : kind.Name.Replace('-', '_');

    private static string OwnName(string column, int index) =>
        ColumnName.Snake(column) is { Length: > 0 } snake ? snake : $"column_{Positions.Text(index + 1)}";

    private static ColumnTarget AsAttribute(string name) =>
        new(ColumnRole.Attribute) { Kind = ColumnGuesser.Kind(name) ?? AttributeKind.Text };

    private ColumnTarget?[] Guess(IReadOnlyList<string> names, ColumnTarget?[] given)
    {
        ColumnTarget?[] all = [.. given];
        GuessOne(ColumnRole.Key, KnownColumns.RecordKey);
        GuessOne(ColumnRole.ObservedAt, KnownColumns.ObservedAt);
        for (int i = 0; i < names.Count; i++)
        {
            all[i] ??= ColumnGuesser.Identifier(names[i], source) ?? AsAttribute(names[i]);
        }

        return all;

        void GuessOne(ColumnRole role, string[] known)
        {
            if (!Targets.Gives(role) && ColumnGuesser.Best(names, all, known) is >= 0 and int best)
            {
                all[best] = new ColumnTarget(role);
            }
        }
    }

    private string Claim(string wanted)
    {
        string name = wanted;
        for (int number = 2; !_names.Add(name); number++)
        {
            name = $"{wanted}_{Positions.Text(number)}";
        }

        return name;
    }

    private MappedColumn ToColumn(string name, ColumnTarget target, string? attribute, bool given)
    {
        AttributeDefinition? definition = attribute is null ? null : new(attribute, target.Kind);
        if (definition is not null)
        {
            _attributes.Add(definition);
            _schema = null;
        }

        return new(name.Trim(), target.Role)
        {
            Attribute = definition,
            IdentifierType = target.IdentifierType,
            IdentifierScope = target.IdentifierScope ?? string.Empty,
            IsRecognized = given || target.Role != ColumnRole.Attribute || target.Kind != AttributeKind.Text,
        };
    }
}
