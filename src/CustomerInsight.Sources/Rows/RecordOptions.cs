namespace CustomerInsight.Sources;

/// <summary>What holds for a source of records in any form.</summary>
/// <threadsafety>Not safe for changes from many threads; a source copies them when it is made.</threadsafety>
public abstract class RecordOptions
{
    private protected RecordOptions()
    {
    }

    /// <summary>Gets or sets the conventions by which the source writes dates, times and phone numbers.</summary>
    /// <value><see cref="SourceConventions.Default"/>.</value>
    public SourceConventions Conventions { get; set; } = SourceConventions.Default;

    /// <summary>Gets or sets how much the source is trusted where sources disagree: 0 first, then 1, and so on.</summary>
    /// <value>0. Not negative.</value>
    public int TrustRank { get; set; }

    /// <summary>Gets or sets the tenant whose data this is.</summary>
    /// <value>Empty, for a host without tenants.</value>
    public string Tenant { get; set; } = string.Empty;

    /// <summary>Gets or sets what the records are about.</summary>
    /// <value><see cref="EntityKind.Person"/>.</value>
    public EntityKind EntityKind { get; set; }

    /// <summary>Gets what columns mean, where their names do not tell.</summary>
    public RecordColumns Columns { get; } = new();

    private protected RecordSettings ToSettings(string? name, string defaultName) =>
        RecordSettings.From(name, defaultName, Conventions, TrustRank, Tenant, EntityKind, Columns);
}
