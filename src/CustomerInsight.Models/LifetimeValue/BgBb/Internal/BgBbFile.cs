namespace CustomerInsight.Models;

internal sealed class BgBbFile
{
    public required double Alpha { get; init; }

    public required double Beta { get; init; }

    public required double Gamma { get; init; }

    public required double Delta { get; init; }

    public required double PeriodLength { get; init; }

    public required string PeriodUnit { get; init; }

    public static BgBbFile From(BgBbModel model) => new()
    {
        Alpha = model.Alpha,
        Beta = model.Beta,
        Gamma = model.Gamma,
        Delta = model.Delta,
        PeriodLength = model.Period.Length,
        PeriodUnit = model.Period.Unit.ToString(),
    };

    public BgBbModel ToModel() => new(Alpha, Beta, Gamma, Delta, new Duration(PeriodLength, EnumName.Parse<TimeUnit>(PeriodUnit)));
}
