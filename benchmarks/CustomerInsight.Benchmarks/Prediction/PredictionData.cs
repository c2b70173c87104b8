using CustomerInsight.Models;

namespace CustomerInsight.Benchmarks;

/// <summary>Rows with what became of them, drawn from a known rule that no straight line follows whole.</summary>
internal static class PredictionData
{
    private const ulong Seed = 8;
    private const double CensoredAfter = 2;

    /// <summary>Gaussian blobs with an event whose log-odds are partly linear and partly a product.</summary>
    public static ClassificationData Classes(int rows, int columns)
    {
        FeatureMatrix blobs = GaussianBlobs.Make(rows, columns);
        var random = new SeededRandom(Seed);
        double[] slopes = [.. Enumerable.Range(0, columns).Select(_ => 0.15 * random.NextNormal())];
        bool[] labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> features = blobs.Row(row);
            double logOdds = -0.5 + (0.06 * features[0] * features[1]);
            for (int column = 0; column < columns; column++)
            {
                logOdds += slopes[column] * features[column];
            }

            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-logOdds));
        }

        return ClassificationData.Create(blobs, labels);
    }

    /// <summary>Normal columns, and times from proportional hazards, no two alike, about a third of them censored.</summary>
    public static SurvivalData Lives(int rows, int columns)
    {
        var random = new SeededRandom(Seed);
        double[] values = new double[rows * columns];
        double[] times = new double[rows];
        bool[] events = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            double logHazard = 0;
            for (int column = 0; column < columns; column++)
            {
                double value = random.NextNormal();
                values[(row * columns) + column] = value;
                logHazard += 0.5 / (column + 1) * (column % 2 == 0 ? value : -value);
            }

            double time = random.NextExponential(Math.Exp(logHazard));
            double watched = CensoredAfter * random.NextDouble();
            (times[row], events[row]) = (Math.Min(time, watched), time <= watched);
        }

        return SurvivalData.Create(FeatureMatrix.Create(ValueList.From(Enumerable.Range(0, columns).Select(static column => $"x{column}")), values), SurvivalTimes.Create(times, events));
    }
}
