using CustomerInsight.Models;

namespace CustomerInsight.Benchmarks;

/// <summary>Points around eight centres: the centres uniform in ±5, the points normal around them with deviation 1, each centre as likely.</summary>
internal static class GaussianBlobs
{
    public const int Centres = 8;

    private const ulong Seed = 1;

    public static FeatureMatrix Make(int rows, int columns)
    {
        var random = new SeededRandom(Seed);
        double[] centres = [.. Enumerable.Range(0, Centres * columns).Select(_ => (10 * random.NextDouble()) - 5)];
        double[] values = new double[rows * columns];
        int at = 0;
        for (int row = 0; row < rows; row++)
        {
            int centre = random.Next(Centres);
            for (int column = 0; column < columns; column++)
            {
                values[at++] = centres[(centre * columns) + column] + Normal(random);
            }
        }

        return FeatureMatrix.Create(ValueList.From(Enumerable.Range(0, columns).Select(static column => $"x{column}")), values);
    }

    /// <summary>Box and Muller, A Note on the Generation of Random Normal Deviates, 1958.</summary>
    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
