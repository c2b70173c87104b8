namespace CustomerInsight;

/// <summary>What is to be decided for records of certain schemas, worked out once for all clusters of them.</summary>
internal sealed class MergePlan
{
    /// <summary>Works out a plan.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="schemas">The schemas of the records, each once.</param>
    public MergePlan(MergeRules rules, ValueList<RecordSchema> schemas)
    {
        Schemas = schemas;
        var kinds = new SortedDictionary<string, AttributeDefinition>(StringComparer.Ordinal);
        foreach (AttributeDefinition attribute in schemas.SelectMany(static schema => schema.Attributes))
        {
            // The ordinally first kind where schemas disagree, so that their order does not matter.
            if (!kinds.TryGetValue(attribute.Name, out AttributeDefinition? known) || string.CompareOrdinal(attribute.Kind.Name, known.Kind.Name) < 0)
            {
                kinds[attribute.Name] = attribute;
            }
        }

        Units = [.. kinds.Values
            .Select(attribute => (Rule: rules.Find(attribute), attribute.Name))
            .GroupBy(static field => (field.Rule.Group, Field: field.Rule.Group is null ? field.Name : null))
            .Select(fields => CreateUnit(fields.First().Rule, [.. fields.Select(static field => field.Name)], kinds))];
    }

    /// <summary>Gets the schemas that the units' ordinals are of.</summary>
    public ValueList<RecordSchema> Schemas { get; }

    /// <summary>Gets what is decided together, in ordinal order of the first field.</summary>
    public IReadOnlyList<MergeUnit> Units { get; }

    /// <summary>Finds a record's schema.</summary>
    /// <param name="schema">A schema of the plan.</param>
    /// <returns>Its position.</returns>
    public int IndexOf(RecordSchema schema)
    {
        int index = 0;
        while (!ReferenceEquals(Schemas[index], schema) && !Schemas[index].Equals(schema))
        {
            index++;
        }

        return index;
    }

    private MergeUnit CreateUnit(FieldRule rule, string[] fields, SortedDictionary<string, AttributeDefinition> kinds) =>
        new(rule.Group, rule.Rule, fields, [.. Schemas.Select(schema => fields.Select(schema.IndexOf).ToArray())], [.. fields.Select(field => kinds[field].Kind == AttributeKind.DateOfBirth)]);
}
