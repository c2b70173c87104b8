namespace CustomerInsight.Sources;

/// <summary>What all activities of a source have in common, copied from the options and checked.</summary>
internal sealed record ActivitySettings(string Name, SourceConventions Conventions, string Tenant, string Type, string Currency, ColumnTargets Targets)
{
    public static ActivitySettings From(string? name, string defaultName, SourceConventions conventions, string tenant, string type, string currency, ActivityColumns columns)
    {
        string used = name ?? defaultName;
        ArgumentException.ThrowIfNullOrWhiteSpace(used, nameof(name));
        ArgumentNullException.ThrowIfNull(conventions);
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        if (!Money.IsCurrencyCode(currency))
        {
            throw new ArgumentException($"The currency '{currency}' is no code of ISO 4217. Give three capital letters, such as GBP, or Money.NoCurrency.", nameof(currency));
        }

        return new(used, conventions, tenant, type, currency, columns.Targets.Copy());
    }

    public ColumnMapper NewMapper() => new ActivityMapper(Name, Targets);

    public IRowBuilder<ActivityChange> NewBuilder(ColumnMapper mapper)
    {
        ((ActivityMapper)mapper).CheckComplete();
        return new ActivityRowBuilder(this, mapper);
    }
}
