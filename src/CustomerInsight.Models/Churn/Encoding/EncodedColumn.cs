namespace CustomerInsight.Models;

/// <summary>A column of features and the trait it comes from.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Trait">The trait's name.</param>
/// <param name="Kind">What the column says of it.</param>
/// <param name="Level">The level or text it is about; null where it is about none.</param>
public sealed record EncodedColumn(string Name, string Trait, EncodedColumnKind Kind, string? Level = null);
