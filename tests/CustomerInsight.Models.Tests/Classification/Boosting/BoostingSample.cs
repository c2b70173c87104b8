namespace CustomerInsight.Models.Tests;

/// <summary>Rows to boost on: numbers with ties and gaps, categories, weights.</summary>
internal static class BoostingSample
{
    /// <summary>One member that learns from all rows and columns in every round.</summary>
    public static BoostingOptions Plain(int rounds = 20) => new()
    {
        Members = 1,
        StopAfter = 0,
        Rounds = rounds,
        RowShare = 1,
        ColumnShare = 1,
        LearningRate = 0.1,
        MaximumDepth = BoostingTree.MostDepth,
        MinimumLeafRows = 5,
    };

    /// <summary>Rows whose chances depend on a number, whether it is missing, another number, and a category.</summary>
    public static ClassificationData Rows(int rows, ulong seed, bool weighted = false, int levels = 12)
    {
        var random = new SeededRandom(seed);
        double[] values = new double[rows * 5];
        bool[] labels = new bool[rows];
        double[]? weights = weighted ? new double[rows] : null;
        for (int row = 0; row < rows; row++)
        {
            Span<double> own = values.AsSpan(row * 5, 5);
            own[0] = random.NextDouble() < 0.2 ? double.NaN : (6 * random.NextDouble()) - 3;
            own[1] = random.Next(7);
            own[2] = random.Next(2);
            own[3] = random.NextDouble() < 0.05 ? double.NaN : random.Next(levels);
            own[4] = Math.Round(10 * random.NextDouble(), 2);
            double margin = (double.IsNaN(own[0]) ? 1.5 : Math.Sin(own[0])) + (own[2] > 0 && own[1] > 3 ? 1 : -0.5) + (own[3] % 3 == 1 ? 1 : 0);
            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-margin));
            if (weights is not null)
            {
                weights[row] = 0.25 + (2 * random.NextDouble());
            }
        }

        return ClassificationData.Create(FeatureMatrix.Create(["wave", "count", "flag", "kind", "noise"], values), labels, weights, ["kind"]);
    }

    /// <summary>The rows with so few different values that each has a bin of its own.</summary>
    public static ClassificationData Rounded(ClassificationData data) => ClassificationData.Create(
        FeatureMatrix.Create(data.Features.Columns, [.. data.Features.Values.ToArray().Select(static value => Math.Round(value, 1))]),
        data.Labels.ToArray(),
        data.Weights.Length > 0 ? data.Weights.ToArray() : null,
        data.Categories);

    /// <summary>The rows in another order.</summary>
    public static ClassificationData Shuffled(ClassificationData data, ulong seed)
    {
        var random = new SeededRandom(seed);
        return data.Take([.. Enumerable.Range(0, data.Rows).OrderBy(_ => random.NextDouble())]);
    }

    public static BoostingModel Fitted(ClassificationData data, BoostingOptions options)
    {
        FitResult<BoostingModel> fit = new BoostingEstimator(options).Fit(data);
        Assert.NotNull(fit.Model);
        return fit.Model;
    }

    public static double LogLoss(IClassificationModel model, ClassificationData data)
    {
        double[] margins = new double[data.Rows];
        model.Margins(data.Features, margins);
        return margins.Select((margin, row) => Math.Log(1 + Math.Exp(data.Labels[row] ? -margin : margin))).Average();
    }
}
