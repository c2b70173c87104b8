using System.Collections.Immutable;

namespace CustomerInsight;

/// <summary>What a record map was told.</summary>
/// <typeparam name="T">The type of the host's objects.</typeparam>
/// <param name="Source">The source's name.</param>
internal sealed record RecordMapState<T>(string Source)
{
    public Func<T, string?>? Key { get; init; }

    public Func<T, SourceConventions, DateTimeOffset?>? UpdatedAt { get; init; }

    public Func<T, EntityKind>? Kind { get; init; }

    public Func<T, string?>? Tenant { get; init; }

    public Func<T, bool>? Deleted { get; init; }

    public ImmutableArray<MappedAttribute<T>> Attributes { get; init; } = [];

    public ImmutableArray<MappedIdentifier<T>> Identifiers { get; init; } = [];

    public SourceConventions Conventions { get; init; } = SourceConventions.Default;

    public int TrustRank { get; init; }
}
