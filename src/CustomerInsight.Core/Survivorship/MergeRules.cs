using System.Collections.Immutable;

namespace CustomerInsight;

/// <summary>Which survivorship rule decides which field of a profile, and which fields are decided together.</summary>
/// <remarks>
/// Start from <see cref="Standard"/> and change what you want otherwise; each method gives new rules. A field's own rule comes first, then a group
/// that names the field, then the group of its kind, then the default.
/// </remarks>
/// <example><c>MergeRules.Standard.Default(Survivorship.SourcePriority).Group("address", Survivorship.MostRecent)</c></example>
/// <threadsafety>Safe from many threads; immutable.</threadsafety>
public sealed class MergeRules
{
    /// <summary>The group that, without fields of its own, holds all parts of addresses.</summary>
    public const string Address = "address";

    /// <summary>The group that, without fields of its own, holds given and family name.</summary>
    public const string PersonName = "name";

    private static readonly ImmutableArray<AttributeKind> AddressKinds =
        [AttributeKind.StreetNumber, AttributeKind.StreetAddress, AttributeKind.City, AttributeKind.Region, AttributeKind.Postcode, AttributeKind.Country];

    private static readonly ImmutableArray<AttributeKind> NameKinds = [AttributeKind.GivenName, AttributeKind.FamilyName];

    private readonly ISurvivorshipRule _default;
    private readonly ImmutableDictionary<string, ISurvivorshipRule> _fields;
    private readonly ImmutableSortedDictionary<string, FieldGroup> _groups;

    private MergeRules(ISurvivorshipRule @default, ImmutableDictionary<string, ISurvivorshipRule> fields, ImmutableSortedDictionary<string, FieldGroup> groups)
    {
        _default = @default;
        _fields = fields;
        _groups = groups;
    }

    /// <summary>Gets the rules for a host that sets none.</summary>
    /// <value>
    /// Each field from the most recent record, ties by source priority, then by what most records say. Address and name from one record each: the one
    /// that fills most of the group, so that a newer record with a country alone does not wipe out the street, and among those the most recent.
    /// </value>
    public static MergeRules Standard { get; } = CreateStandard();

    /// <summary>Sets the rule of all fields that have no other.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The new rules.</returns>
    public MergeRules Default(ISurvivorshipRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new MergeRules(rule, _fields, _groups);
    }

    /// <summary>Sets the rule of one field, which leaves the group of its kind.</summary>
    /// <param name="field">The attribute's exact name.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The new rules.</returns>
    /// <exception cref="ArgumentException">The field is blank, or a group names it.</exception>
    public MergeRules For(string field, ISurvivorshipRule rule)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        ArgumentNullException.ThrowIfNull(rule);
        return FindGroupNaming(field) is { } group
            ? throw new ArgumentException($"Field '{field}' is in group '{group.Name}', whose fields are decided together. Take it out of the group, or leave out its own rule.", nameof(field))
            : new MergeRules(_default, _fields.SetItem(field, rule), _groups);
    }

    /// <summary>Makes fields come from one record together, or changes the rule and the fields of such a group.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="rule">The rule that chooses the record.</param>
    /// <param name="fields">
    /// The attributes' exact names. None: <see cref="Address"/> means the attributes of the six address kinds, <see cref="PersonName"/> given and family name.
    /// </param>
    /// <returns>The new rules.</returns>
    /// <exception cref="ArgumentException">A group of another name has no fields, a field is blank, stands twice, has a rule of its own, or is in another group.</exception>
    public MergeRules Group(string name, ISurvivorshipRule rule, params string[] fields)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Length == 0)
        {
            ImmutableArray<AttributeKind> kinds = name switch
            {
                Address => AddressKinds,
                PersonName => NameKinds,
                _ => throw new ArgumentException($"Group '{name}' names no fields. Only '{Address}' and '{PersonName}' know theirs; name the fields of any other group.", nameof(fields)),
            };
            return With(new FieldGroup(name, rule, [], kinds));
        }

        CheckFields(name, fields);
        return With(new FieldGroup(name, rule, [.. fields], []));
    }

    /// <summary>Finds how a field is decided.</summary>
    /// <param name="attribute">The field.</param>
    /// <returns>Its group and rule.</returns>
    internal FieldRule Find(AttributeDefinition attribute)
    {
        if (_fields.TryGetValue(attribute.Name, out ISurvivorshipRule? own))
        {
            return new FieldRule(null, own);
        }

        FieldGroup? group = FindGroupNaming(attribute.Name) ?? _groups.Values.FirstOrDefault(candidate => candidate.Kinds.Contains(attribute.Kind));
        return group is null ? new FieldRule(null, _default) : new FieldRule(group.Name, group.Rule);
    }

    private static MergeRules CreateStandard()
    {
        RankedSurvivorshipRule recent = Survivorship.MostRecent.Then(Survivorship.SourcePriority).Then(Survivorship.MostFrequent);
        RankedSurvivorshipRule whole = Survivorship.Fullest.Then(recent);
        return new MergeRules(recent, ImmutableDictionary.Create<string, ISurvivorshipRule>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, FieldGroup>(StringComparer.Ordinal))
            .Group(Address, whole)
            .Group(PersonName, whole);
    }

    private void CheckFields(string name, string[] fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            string field = fields[i];
            if (string.IsNullOrWhiteSpace(field) || Array.IndexOf(fields, field) != i)
            {
                throw new ArgumentException($"Field {i} of group '{name}' is blank or stands there twice. Name each field once.", nameof(fields));
            }

            if (_fields.ContainsKey(field))
            {
                throw new ArgumentException($"Field '{field}' has a rule of its own, so it cannot be in group '{name}'. Leave out one of the two.", nameof(fields));
            }

            if (FindGroupNaming(field) is { } other && other.Name != name)
            {
                throw new ArgumentException($"Field '{field}' is in group '{other.Name}' already. Name it in one group only.", nameof(fields));
            }
        }
    }

    private MergeRules With(FieldGroup group) => new(_default, _fields, _groups.SetItem(group.Name, group));

    private FieldGroup? FindGroupNaming(string field) => _groups.Values.FirstOrDefault(group => group.Fields.Contains(field));
}
