namespace CustomerInsight.Models;

internal sealed class NbdFile
{
    public required double R { get; init; }

    public required double Alpha { get; init; }

    public required string TimeUnit { get; init; }

    public static NbdFile From(NbdModel model) => new() { R = model.R, Alpha = model.Alpha, TimeUnit = model.Unit.ToString() };

    public NbdModel ToModel() => new(R, Alpha, EnumName.Parse<TimeUnit>(TimeUnit));
}
