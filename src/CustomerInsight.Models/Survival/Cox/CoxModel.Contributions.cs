namespace CustomerInsight.Models;

public sealed partial record CoxModel
{
    /// <summary>Says what each feature does to a customer's hazard.</summary>
    /// <param name="features">The customer's features, finite, in the order of <see cref="Columns"/>.</param>
    /// <returns>One for each column, in their order; they add up to <see cref="Risk"/>, unless a number is beyond their range.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    public ValueList<HazardContribution> Explain(ReadOnlySpan<double> features)
    {
        CheckFeatures(features);
        var contributions = new HazardContribution[features.Length];
        for (int i = 0; i < contributions.Length; i++)
        {
            contributions[i] = new HazardContribution(Columns[i], features[i], Contribution(Coefficients[i].Value, features[i], Coefficients[i].Mean));
        }

        return ValueList.Create<HazardContribution>(contributions);
    }

    /// <summary>Gives the log of the hazard of many customers, each over that of one with every feature at its mean.</summary>
    /// <param name="rows">Rows with the features of <see cref="Columns"/>, in that order, all finite.</param>
    /// <param name="risks">Where they go: as many as rows.</param>
    /// <exception cref="ArgumentException">The features are others or not finite, or there is no place for each row.</exception>
    /// <remarks>Time O(rows × features).</remarks>
    public void Risks(FeatureMatrix rows, Span<double> risks)
    {
        CheckRows(rows, risks.Length, 1);
        (double[] values, double[] means) = Numbers();
        for (int row = 0; row < risks.Length; row++)
        {
            ReadOnlySpan<double> features = rows.Values.Slice(row * values.Length, values.Length);
            double risk = 0;
            for (int i = 0; i < values.Length; i++)
            {
                risk += values[i] * (features[i] - means[i]);
            }

            risks[row] = double.IsFinite(risk) ? risk
                : features.ContainsAnyExceptInRange(double.MinValue, double.MaxValue) ? throw NotFinite(row, features)
                : ExtremeRisk(features);
        }
    }

    /// <summary>Says what each feature adds to the log of the hazard of many customers.</summary>
    /// <param name="rows">Rows with the features of <see cref="Columns"/>, in that order, all finite.</param>
    /// <param name="contributions">Where they go, row by row: one for each row and feature. Those of a row add up to its <see cref="Risk"/>, unless a number is beyond their range.</param>
    /// <exception cref="ArgumentException">The features are others or not finite, or there is no place for each.</exception>
    /// <remarks>Time O(rows × features).</remarks>
    public void Contributions(FeatureMatrix rows, Span<double> contributions)
    {
        CheckRows(rows, contributions.Length, Columns.Count);
        (double[] values, double[] means) = Numbers();
        for (int row = 0, at = 0; row < rows.Rows; row++)
        {
            ReadOnlySpan<double> features = rows.Values.Slice(row * values.Length, values.Length);
            for (int i = 0; i < values.Length; i++, at++)
            {
                contributions[at] = double.IsFinite(features[i]) ? Contribution(values[i], features[i], means[i]) : throw NotFinite(row, features);
            }
        }
    }

    private static double Contribution(double value, double feature, double mean)
    {
        double contribution = value * (feature - mean);

        // What is beyond the range of numbers counts as the last one in it; and nought times such a difference is nought.
        return double.IsFinite(contribution) ? contribution : value == 0 ? 0 : Math.CopySign(double.MaxValue, Math.Sign(value) * ((feature / 2) - (mean / 2)));
    }

    // The risk where a part of it, or the whole, is beyond the range of numbers: summed in a unit in which no part is.
    private double ExtremeRisk(ReadOnlySpan<double> features)
    {
        const int Half = -540;
        double risk = 0;
        for (int i = 0; i < features.Length; i++)
        {
            double difference = Math.ScaleB(features[i], Half) - Math.ScaleB(Coefficients[i].Mean, Half);
            risk += Math.ScaleB(Coefficients[i].Value, Half) * difference;
        }

        return Math.Clamp(Math.ScaleB(risk, -2 * Half), double.MinValue, double.MaxValue);
    }

    private (double[] Values, double[] Means) Numbers() =>
        ([.. Coefficients.Select(static coefficient => coefficient.Value)], [.. Coefficients.Select(static coefficient => coefficient.Mean)]);

    private void CheckRows(FeatureMatrix rows, int places, int numbers)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns != Columns)
        {
            throw new ArgumentException($"The rows have the features {string.Join(", ", rows.Columns)}, but the model has {string.Join(", ", Columns)}. Give the same features in the same order.", nameof(rows));
        }

        if (places != (long)rows.Rows * numbers)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {places} places for the {(long)rows.Rows * numbers} numbers of {rows.Rows} rows. Give one for each."), nameof(rows));
        }
    }

    private ArgumentException NotFinite(int row, ReadOnlySpan<double> features) => new(
        FormattableString.Invariant($"Row {row} has no finite number for '{Columns[Math.Max(0, features.IndexOfAnyExceptInRange(double.MinValue, double.MaxValue))]}'. Fill what is missing in before, or leave the row out."), nameof(features));
}
