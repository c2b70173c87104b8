namespace CustomerInsight.Models;

internal sealed class BgNbdFile
{
    public required double R { get; init; }

    public required double Alpha { get; init; }

    public required double A { get; init; }

    public required double B { get; init; }

    public required string TimeUnit { get; init; }

    public static BgNbdFile From(BgNbdModel model) => new() { R = model.R, Alpha = model.Alpha, A = model.A, B = model.B, TimeUnit = model.Unit.ToString() };

    public BgNbdModel ToModel() => new(R, Alpha, A, B, Enum.Parse<TimeUnit>(TimeUnit));
}
