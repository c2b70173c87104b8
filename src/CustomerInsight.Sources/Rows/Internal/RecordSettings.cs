namespace CustomerInsight.Sources;

/// <summary>What all records of a source have in common, copied from the options and checked.</summary>
internal sealed record RecordSettings(string Name, SourceConventions Conventions, int TrustRank, string Tenant, EntityKind EntityKind, ColumnTargets Targets)
{
    public static RecordSettings From(string? name, string defaultName, SourceConventions conventions, int trustRank, string tenant, EntityKind kind, RecordColumns columns)
    {
        string used = name ?? defaultName;
        ArgumentException.ThrowIfNullOrWhiteSpace(used, nameof(name));
        ArgumentNullException.ThrowIfNull(conventions);
        ArgumentOutOfRangeException.ThrowIfNegative(trustRank);
        ArgumentNullException.ThrowIfNull(tenant);
        return new(used, conventions, trustRank, tenant, kind, columns.Targets.Copy());
    }

    public ColumnMapper NewMapper() => new RecordMapper(Name, Targets);

    public IRowBuilder<RecordChange> NewBuilder(ColumnMapper mapper) => new RecordRowBuilder(this, mapper);
}
