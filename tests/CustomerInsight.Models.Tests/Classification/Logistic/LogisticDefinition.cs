namespace CustomerInsight.Models.Tests;

/// <summary>The loss of a logistic regression, written down row by row, and rows to fit it to.</summary>
internal static class LogisticDefinition
{
    /// <summary>Rows of normal features, of which the first is twice the unit of the second, with labels that follow from some.</summary>
    public static ClassificationData Rows(int rows, int columns, ulong seed, bool weighted = false)
    {
        var random = new SeededRandom(seed);
        double[] values = new double[rows * columns];
        bool[] labels = new bool[rows];
        double[]? weights = weighted ? new double[rows] : null;
        for (int row = 0; row < rows; row++)
        {
            double logOdds = -0.7;
            for (int column = 0; column < columns; column++)
            {
                double value = Points.Blobs(1, 1, 1, random.NextBits())[0];
                values[(row * columns) + column] = (value * (column + 1)) + (column * 100);
                logOdds += value * (column % 3 == 2 ? 0 : 0.4);
            }

            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-logOdds));
            if (weights is not null)
            {
                weights[row] = 1 + random.Next(3);
            }
        }

        return ClassificationData.Create(Points.Matrix(values, columns), labels, weights);
    }

    /// <summary>The slopes of the loss without penalty: of the log-odds at the means, then of each coefficient per standard deviation.</summary>
    public static double[] Slopes(ClassificationData data, LogisticModel model, double positiveWeight = 1)
    {
        double[] slopes = new double[model.Columns.Count + 1];
        for (int row = 0; row < data.Rows; row++)
        {
            double weight = (data.Weights.IsEmpty ? 1 : data.Weights[row]) * (data.Labels[row] ? positiveWeight : 1);
            double rest = weight * (model.Probability(data.Features.Row(row)) - (data.Labels[row] ? 1 : 0));
            slopes[0] += rest;
            for (int column = 0; column < model.Columns.Count; column++)
            {
                LogisticCoefficient one = model.Coefficients[column];
                slopes[column + 1] += one.Deviation > 0 ? rest * (data.Features.Row(row)[column] - one.Mean) / one.Deviation : 0;
            }
        }

        return slopes;
    }

    /// <summary>The same rows in an order from a seed.</summary>
    public static ClassificationData Shuffled(ClassificationData data, ulong seed)
    {
        var random = new SeededRandom(seed);
        return data.Take([.. Enumerable.Range(0, data.Rows).Select(row => (row, Key: random.NextDouble())).OrderBy(static pair => pair.Key).Select(static pair => pair.row)]);
    }

    /// <summary>The data with one more column.</summary>
    public static ClassificationData With(ClassificationData data, string column, Func<int, double> value) => ClassificationData.Create(
        FeatureMatrix.Create(
            [.. data.Features.Columns, column],
            [.. Enumerable.Range(0, data.Rows).SelectMany(row => data.Features.Row(row).ToArray().Append(value(row)))]),
        data.Labels.ToArray(), data.Weights.IsEmpty ? null : data.Weights.ToArray());
}
