namespace CustomerInsight.Models;

internal sealed class FeatureEncodingFile
{
    public required string Style { get; init; }

    public required int Rows { get; init; }

    public required string SchemaHash { get; init; }

    public required TraitEncodingFile[] Traits { get; init; }

    public required UnusedTraitFile[] Unused { get; init; }

    public static FeatureEncodingFile From(FeatureEncoding encoding) => new()
    {
        Style = encoding.Style.ToString(),
        Rows = encoding.Rows,
        SchemaHash = encoding.SchemaHash,
        Traits = [.. encoding.Traits.Select(TraitEncodingFile.From)],
        Unused = [.. encoding.Unused.Select(static trait => new UnusedTraitFile { Trait = trait.Trait, Reason = trait.Reason.ToString() })],
    };

    public FeatureEncoding ToEncoding()
    {
        if (Traits is not { Length: > 0 } || Array.IndexOf(Traits, null) >= 0 || Unused is null || Array.IndexOf(Unused, null) >= 0 || Rows < 1
            || Traits.Select(static trait => trait.Trait).Distinct(StringComparer.Ordinal).Count() != Traits.Length)
        {
            throw new ArgumentException("There is no trait, or one is missing or given twice.", nameof(Traits));
        }

        if (Array.Exists(Unused, static trait => string.IsNullOrWhiteSpace(trait.Trait))
            || Traits.Select(static trait => trait.Trait).Concat(Unused.Select(static trait => trait.Trait)).Distinct(StringComparer.Ordinal).Count() != Traits.Length + Unused.Length)
        {
            throw new ArgumentException("A trait that is not used has no name, or is given twice.", nameof(Unused));
        }

        EncodingStyle style = EnumName.Parse<EncodingStyle>(Style);
        var encoding = new FeatureEncoding(
            style,
            ValueList.From(Traits.Select(trait => trait.ToEncoding(style))),
            ValueList.From(Unused.Select(static trait => new UnusedTrait(trait.Trait, EnumName.Parse<UnusedTraitReason>(trait.Reason)))),
            Rows);
        return encoding.SchemaHash == SchemaHash ? encoding : throw new ArgumentException("The traits are not those of the schema hash.", nameof(SchemaHash));
    }
}
