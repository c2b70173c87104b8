using System.Collections.Immutable;

namespace CustomerInsight;

/// <summary>Fields whose values must come from one record together, by name or by kind.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Rule">The rule that chooses the record.</param>
/// <param name="Fields">The fields by name; empty for a group by kind.</param>
/// <param name="Kinds">The kinds whose fields belong to it; empty for a group by name.</param>
internal sealed record FieldGroup(string Name, ISurvivorshipRule Rule, ImmutableArray<string> Fields, ImmutableArray<AttributeKind> Kinds);
