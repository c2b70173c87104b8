namespace CustomerInsight.Models;

internal sealed class ParetoNbdFile
{
    public required double R { get; init; }

    public required double Alpha { get; init; }

    public required double S { get; init; }

    public required double Beta { get; init; }

    public required string TimeUnit { get; init; }

    public static ParetoNbdFile From(ParetoNbdModel model) =>
        new() { R = model.R, Alpha = model.Alpha, S = model.S, Beta = model.Beta, TimeUnit = model.Unit.ToString() };

    public ParetoNbdModel ToModel() => new(R, Alpha, S, Beta, EnumName.Parse<TimeUnit>(TimeUnit));
}
