namespace CustomerInsight.Models.Tests;

/// <summary>A host's own model: log-odds that are a weighted sum of numbers, and a weight for each text.</summary>
internal sealed class WeighedTraits(double baseline, params (string Trait, string? Text, double Weight)[] weights) : IChurnModel
{
    public Duration Horizon => Duration.Days(30);

    public IReadOnlyList<ChurnPrediction> Predict(CustomerSnapshot customers, CancellationToken cancellationToken = default) =>
    [
        .. customers.Features.Customers.Select((customer, row) =>
        {
            FeatureContribution[] contributions = [.. weights.GroupBy(weight => weight.Trait).Select(trait => Of(customers.Features[trait.Key]![row], trait.Key, trait))];
            double logOdds = baseline + contributions.Sum(contribution => contribution.LogOdds);
            return new ChurnPrediction(customer, 1 / (1 + Math.Exp(-logOdds)), baseline, ValueList.Create<FeatureContribution>(contributions));
        }),
    ];

    private static FeatureContribution Of(TraitValue value, string trait, IEnumerable<(string Trait, string? Text, double Weight)> weights) => value.Kind switch
    {
        null => new FeatureContribution(trait, double.NaN, 0),
        TraitKind.Number => new FeatureContribution(trait, value.Number, value.Number * weights.Single().Weight),
        TraitKind.Flag => new FeatureContribution(trait, value.Flag ? 1 : 0, value.Flag ? weights.Single().Weight : 0),
        _ => new FeatureContribution(trait, double.NaN, weights.Where(weight => weight.Text == value.Text).Sum(weight => weight.Weight)),
    };
}
