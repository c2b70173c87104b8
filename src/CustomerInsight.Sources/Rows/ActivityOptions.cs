namespace CustomerInsight.Sources;

/// <summary>What holds for a source of activities in any form.</summary>
/// <threadsafety>Not safe for changes from many threads; a source copies them when it is made.</threadsafety>
public abstract class ActivityOptions
{
    private protected ActivityOptions()
    {
    }

    /// <summary>Gets or sets the conventions by which the source writes times.</summary>
    /// <value><see cref="SourceConventions.Default"/>.</value>
    public SourceConventions Conventions { get; set; } = SourceConventions.Default;

    /// <summary>Gets or sets the tenant whose data this is.</summary>
    /// <value>Empty, for a host without tenants.</value>
    public string Tenant { get; set; } = string.Empty;

    /// <summary>Gets or sets the type of activities whose row does not say one.</summary>
    /// <value><see cref="ActivityTypes.Purchase"/>.</value>
    public string Type { get; set; } = ActivityTypes.Purchase;

    /// <summary>Gets or sets the currency of amounts whose row does not say one: three capital letters after ISO 4217.</summary>
    /// <value><see cref="Money.NoCurrency"/>.</value>
    public string Currency { get; set; } = Money.NoCurrency;

    /// <summary>Gets what columns mean, where their names do not tell.</summary>
    public ActivityColumns Columns { get; } = new();

    private protected ActivitySettings ToSettings(string? name, string defaultName) =>
        ActivitySettings.From(name, defaultName, Conventions, Tenant, Type, Currency, Columns);
}
