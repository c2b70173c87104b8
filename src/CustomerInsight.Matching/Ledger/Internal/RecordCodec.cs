namespace CustomerInsight.Matching;

/// <summary>Turns source records and their attributes into bytes and back.</summary>
internal static class RecordCodec
{
    public static void Write(PayloadWriter writer, SourceRecord record)
    {
        writer.Byte((byte)((record.Tenant.Length > 0 ? PayloadForm.HasTenant : 0)
            | (record.ObservedAt is not null ? PayloadForm.HasTime : 0)
            | (record.Identifiers.Count > 0 ? PayloadForm.HasIdentifiers : 0)));
        writer.Signed((int)record.EntityKind);
        writer.Text(record.Key.Source);
        writer.Text(record.Key.Id);
        if (record.Tenant.Length > 0)
        {
            writer.Text(record.Tenant);
        }

        if (record.ObservedAt is { } observedAt)
        {
            writer.Moment(observedAt);
        }

        foreach (AttributeValues values in record.Values)
        {
            writer.Values(values);
        }

        if (record.Identifiers.Count > 0)
        {
            Write(writer, record.Identifiers);
        }
    }

    public static void Write(PayloadWriter writer, RecordSchema schema)
    {
        writer.Number(schema.Attributes.Count);
        foreach (AttributeDefinition attribute in schema.Attributes.AsSpan())
        {
            writer.Text(attribute.Name);
            writer.Text(attribute.Kind.Name);
        }
    }

    /// <summary>Reads a record.</summary>
    /// <param name="reader">Behind the number of its attributes.</param>
    /// <param name="schema">The attributes.</param>
    public static SourceRecord Read(ref PayloadReader reader, RecordSchema schema)
    {
        int bits = reader.Byte();
        int kind = reader.SignedInt();
        string source = reader.Name();
        string id = reader.Text();
        if (bits > PayloadForm.AllRecordBits || string.IsNullOrWhiteSpace(source) || string.IsNullOrWhiteSpace(id))
        {
            throw reader.Damaged("a record has no key or properties of no known kind");
        }

        string tenant = (bits & PayloadForm.HasTenant) != 0 ? reader.Name() : string.Empty;
        if ((bits & PayloadForm.HasTenant) != 0 && tenant.Length == 0)
        {
            throw reader.Damaged("a tenant is announced that has no name");
        }

        DateTimeOffset? observedAt = (bits & PayloadForm.HasTime) != 0 ? reader.Moment() : null;
        var values = new AttributeValues[reader.Counted(schema.Attributes.Count, shortest: 1)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = reader.Values();
        }

        return new SourceRecord(schema, new RecordKey(source, id), values)
        {
            Tenant = tenant,
            EntityKind = (EntityKind)kind,
            ObservedAt = observedAt,
            Identifiers = (bits & PayloadForm.HasIdentifiers) != 0 ? Identifiers(ref reader) : [],
        };
    }

    public static RecordSchema Schema(ref PayloadReader reader)
    {
        var attributes = new AttributeDefinition[reader.Count(shortest: 2)];
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < attributes.Length; i++)
        {
            attributes[i] = new AttributeDefinition(reader.Text(), new AttributeKind(reader.Text()));
            if (string.IsNullOrWhiteSpace(attributes[i].Name) || !names.Add(attributes[i].Name))
            {
                throw reader.Damaged("an attribute has no name of its own");
            }
        }

        return new RecordSchema(attributes);
    }

    private static void Write(PayloadWriter writer, ValueList<Identifier> identifiers)
    {
        writer.Number(identifiers.Count);
        foreach (Identifier identifier in identifiers.AsSpan())
        {
            writer.Text(identifier.Type);
            writer.Text(identifier.Scope);
            writer.Text(identifier.Value);
        }
    }

    private static ValueList<Identifier> Identifiers(ref PayloadReader reader)
    {
        var identifiers = new Identifier[reader.Count(shortest: 3)];
        if (identifiers.Length == 0)
        {
            throw reader.Damaged("identifiers are announced that are not there");
        }

        for (int i = 0; i < identifiers.Length; i++)
        {
            identifiers[i] = new Identifier(reader.Name(), reader.Name(), reader.Text());
        }

        return new ValueList<Identifier>(System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(identifiers));
    }
}
