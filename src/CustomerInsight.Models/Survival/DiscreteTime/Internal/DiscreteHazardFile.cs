namespace CustomerInsight.Models;

internal sealed class DiscreteHazardFile
{
    public required LogisticFile Classifier { get; init; }

    public required string Shape { get; init; }

    public required int[] Starts { get; init; }

    public required double PeriodLength { get; init; }

    public required int LastPeriod { get; init; }

    public required int Cause { get; init; }

    public static DiscreteHazardFile From(DiscreteHazardModel model) => new()
    {
        Classifier = LogisticFile.From(model.Classifier),
        Shape = model.Shape.ToString(),
        Starts = [.. model.Starts],
        PeriodLength = model.PeriodLength,
        LastPeriod = model.LastPeriod,
        Cause = model.Cause,
    };

    public DiscreteHazardModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Classifier);
        ArgumentNullException.ThrowIfNull(Starts);
        ArgumentOutOfRangeException.ThrowIfNegative(Cause);
        return new DiscreteHazardModel(Classifier.ToModel(), EnumName.Parse<HazardShape>(Shape), ValueList.Create<int>(Starts), PeriodLength, LastPeriod) { Cause = Cause };
    }
}
