namespace CustomerInsight.Models;

/// <summary>The traits that reasons are told with.</summary>
internal static class ToldTraits
{
    /// <summary>The traits of the customers, with the numbers that the model found out itself, such as the chance of still buying.</summary>
    public static TraitTable Of(TraitTable traits, IReadOnlyList<ChurnPrediction> predictions)
    {
        var numbers = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (ChurnPrediction prediction in predictions)
        {
            int row = traits.IndexOf(prediction.Customer);
            foreach (FeatureContribution contribution in prediction.Contributions)
            {
                if (!double.IsFinite(contribution.Value) || string.IsNullOrWhiteSpace(contribution.Feature) || traits[contribution.Feature] is not null)
                {
                    continue;
                }

                if (!numbers.TryGetValue(contribution.Feature, out double[]? values))
                {
                    values = new double[traits.Customers.Count];
                    values.AsSpan().Fill(double.NaN);
                    numbers.Add(contribution.Feature, values);
                }

                values[row] = contribution.Value;
            }
        }

        return numbers.Count == 0
            ? traits
            : traits.Join(TraitTable.Create(traits.Customers, traits.AsOf, ValueList.From(numbers.OrderBy(static trait => trait.Key, StringComparer.Ordinal).Select(static trait => TraitColumn.Numbers(trait.Key, trait.Value)))), ownCustomersOnly: true);
    }
}
