namespace CustomerInsight.Models;

internal sealed class BgNbdFile
{
    public required double R { get; init; }

    public required double Alpha { get; init; }

    public required double A { get; init; }

    public required double B { get; init; }

    public required string TimeUnit { get; init; }

    /// <summary>The variant by name; null, as in files of version 1, for the standard one.</summary>
    public string? Variant { get; init; }

    /// <summary>k; null, as in files of version 1, for 1.</summary>
    public int? Regularity { get; init; }

    public static BgNbdFile From(BgNbdModel model) => new()
    {
        R = model.R,
        Alpha = model.Alpha,
        A = model.A,
        B = model.B,
        TimeUnit = model.Unit.ToString(),
        Variant = model.Variant.ToString(),
        Regularity = model.Regularity,
    };

    public BgNbdModel ToModel() => new(
        R, Alpha, A, B, EnumName.Parse<TimeUnit>(TimeUnit), Variant is null ? BgNbdVariant.Standard : EnumName.Parse<BgNbdVariant>(Variant), Regularity ?? 1);
}
