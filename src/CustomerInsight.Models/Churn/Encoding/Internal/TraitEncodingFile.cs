namespace CustomerInsight.Models;

/// <summary>The encoding of a trait in a file.</summary>
internal sealed class TraitEncodingFile
{
    public required string Trait { get; init; }

    public required string Kind { get; init; }

    public required string Method { get; init; }

    public double? Fill { get; init; }

    public DateOnly? ReferenceDay { get; init; }

    public bool HasMissing { get; init; }

    public bool HasOther { get; init; }

    public string? Reference { get; init; }

    public string[]? Levels { get; init; }

    public double[]? Shares { get; init; }

    public string[]? CountedLevels { get; init; }

    public int[]? CountedRows { get; init; }

    public static TraitEncodingFile From(TraitEncoding trait) => new()
    {
        Trait = trait.Trait,
        Kind = trait.Kind.ToString(),
        Method = trait.Method.ToString(),
        Fill = trait.Fill,
        ReferenceDay = trait.ReferenceDay,
        HasMissing = trait.HasMissing,
        HasOther = trait.HasOther,
        Reference = trait.Reference,
        Levels = [.. trait.Levels],
        Shares = [.. trait.Shares],
        CountedLevels = [.. trait.Counts.Select(static level => level.Level)],
        CountedRows = [.. trait.Counts.Select(static level => level.Rows)],
    };

    public TraitEncoding ToEncoding(EncodingStyle style)
    {
        string[] countedLevels = CountedLevels ?? [];
        int[] countedRows = CountedRows ?? [];
        var trait = new TraitEncoding(Trait, EnumName.Parse<TraitKind>(Kind), EnumName.Parse<TraitEncodingMethod>(Method))
        {
            Fill = Fill,
            ReferenceDay = ReferenceDay,
            HasMissing = HasMissing,
            HasOther = HasOther,
            Reference = Reference,
            Levels = ValueList.Create<string>(Levels ?? []),
            Shares = ValueList.Create<double>(Shares ?? []),
            Counts = ValueList.From(countedLevels.Zip(countedRows, static (level, rows) => new LevelCount(level, rows))),
        };
        return countedLevels.Length == countedRows.Length && IsPossible(trait) && IsOf(style, trait) ? trait : throw new ArgumentException("The encoding of a trait is none, or of another style.", nameof(style));
    }

    private static bool IsPossible(TraitEncoding trait)
    {
        bool isText = trait.Kind == TraitKind.Text;
        bool isSet = trait.Kind == TraitKind.Texts;
        string[] levels = [.. trait.Levels, .. trait.Reference is null ? Array.Empty<string>() : [trait.Reference]];
        return !string.IsNullOrWhiteSpace(trait.Trait)
            && trait.Method switch
            {
                TraitEncodingMethod.Value => !isText && !isSet,
                TraitEncodingMethod.Logarithm => trait.Kind is TraitKind.Number or TraitKind.Date,
                TraitEncodingMethod.Presence => !isText && trait.HasMissing,
                TraitEncodingMethod.Members => isSet && trait.Reference is null && !trait.HasOther && trait.Shares.Count == trait.Levels.Count,
                TraitEncodingMethod.Levels => isText && trait.Shares.Count == trait.Levels.Count + 2,
                _ => isText && !trait.HasMissing && trait.Reference is null && trait.Shares.Count == trait.Levels.Count + 2,
            }
            && (trait.Kind == TraitKind.Date) == trait.ReferenceDay.HasValue
            && (isText || isSet || trait.Levels.Count == 0)
            && (isText || trait.Counts.Count == 0)
            && Array.TrueForAll(levels, static level => level is not null)
            && levels.Distinct(StringComparer.Ordinal).Count() == levels.Length
            && trait.Shares.All(static share => share is >= 0 and <= 1)
            && (!isText || trait.Shares.Sum() <= 1 + 1e-9)
            && (trait.Fill is null or (>= double.MinValue and <= double.MaxValue))
            && trait.Counts.All(static level => level is { Level: not null, Rows: > 0 })
            && trait.Counts.Select(static level => level.Level).Distinct(StringComparer.Ordinal).Count() == trait.Counts.Count;
    }

    // What is missing has a number for models that add features up, and stays missing for those that split them.
    private static bool IsOf(EncodingStyle style, TraitEncoding trait) => trait.Method switch
    {
        TraitEncodingMethod.Value => trait.Fill.HasValue == (style == EncodingStyle.Linear),
        TraitEncodingMethod.Logarithm => trait.Fill.HasValue && style == EncodingStyle.Linear,
        TraitEncodingMethod.Levels => style == EncodingStyle.Linear,
        TraitEncodingMethod.Numbered => style == EncodingStyle.Trees,
        _ => true,
    };
}
