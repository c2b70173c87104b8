namespace CustomerInsight.Models.Tests;

/// <summary>A host's own classifier: a weighted sum of the columns.</summary>
internal sealed class WeighedColumns(ValueList<string> columns, double baseline, params double[] weights) : IClassificationModel
{
    public ValueList<string> Columns => columns;

    public double Baseline => baseline;

    public void Margins(FeatureMatrix rows, Span<double> margins, CancellationToken cancellationToken = default)
    {
        for (int row = 0; row < rows.Rows; row++)
        {
            margins[row] = baseline;
            for (int column = 0; column < weights.Length; column++)
            {
                margins[row] += weights[column] * rows.Row(row)[column];
            }
        }
    }

    public void Contributions(FeatureMatrix rows, Span<double> contributions, CancellationToken cancellationToken = default)
    {
        for (int i = 0; i < contributions.Length; i++)
        {
            contributions[i] = weights[i % weights.Length] * rows.Values[i];
        }
    }
}
