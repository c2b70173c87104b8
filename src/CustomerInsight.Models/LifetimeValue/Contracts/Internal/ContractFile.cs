namespace CustomerInsight.Models;

internal sealed class ContractFile
{
    public required string Model { get; init; }

    public required double Alpha { get; init; }

    public required double Beta { get; init; }

    public required double C { get; init; }

    public required double PeriodLength { get; init; }

    public required string PeriodUnit { get; init; }

    public static ContractFile From(ContractModel model) => new()
    {
        Model = model.Name,
        Alpha = model.Alpha,
        Beta = model.Beta,
        C = model.C,
        PeriodLength = model.Period.Length,
        PeriodUnit = model.Period.Unit.ToString(),
    };

    public ContractModel ToModel()
    {
        var period = new Duration(PeriodLength, EnumName.Parse<TimeUnit>(PeriodUnit));
        return Model == ContractModel.NameOf(ContractModelKind.BetaDiscreteWeibull) ? ContractModel.BetaDiscreteWeibull(Alpha, Beta, C, period)
            : Model == ContractModel.NameOf(ContractModelKind.ShiftedBetaGeometric) && C == 1 ? ContractModel.ShiftedBetaGeometric(Alpha, Beta, period)
            : throw new ArgumentException("There is no such model of contracts.");
    }
}
