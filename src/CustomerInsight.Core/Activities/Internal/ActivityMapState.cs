namespace CustomerInsight;

/// <summary>What an activity map was told.</summary>
/// <typeparam name="T">The type of the host's objects.</typeparam>
/// <param name="Source">The source's name.</param>
internal sealed record ActivityMapState<T>(string Source)
{
    public Func<T, string?>? Key { get; init; }

    public MappedIdentifier<T>? Customer { get; init; }

    public Func<T, SourceConventions, DateTimeOffset?>? At { get; init; }

    public Func<T, string?> Type { get; init; } = static _ => ActivityTypes.Purchase;

    public Func<T, decimal?>? Amount { get; init; }

    public Func<T, string?> Currency { get; init; } = static _ => null;

    public Func<T, string?>? Order { get; init; }

    public Func<T, string?>? Channel { get; init; }

    public Func<T, string?>? Item { get; init; }

    public Func<T, string?>? Category { get; init; }

    public Func<T, decimal?>? Quantity { get; init; }

    public Func<T, string?>? Tenant { get; init; }

    public SourceConventions Conventions { get; init; } = SourceConventions.Default;
}
