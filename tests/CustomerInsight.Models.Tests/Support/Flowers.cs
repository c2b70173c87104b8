namespace CustomerInsight.Models.Tests;

/// <summary>The rows of iris, on which the reference numbers are.</summary>
internal static class Flowers
{
    public static FeatureMatrix Iris() => Points.Shared("iris.csv");

    /// <summary>How many rows each group has, the smallest first.</summary>
    public static int[] Sizes(IEnumerable<int> groups) => [.. groups.Where(group => group >= 0).GroupBy(group => group).Select(group => group.Count()).Order()];

    public static FeatureScalingOptions AsMeasured => new() { Transform = FeatureTransform.None };

    /// <summary>Rows of a few Gaussian heaps, from a seed.</summary>
    public static FeatureMatrix Heaps(int rows, int columns, int heaps, ulong seed, double spread = 1)
    {
        var random = new SeededRandom(seed);
        double[] centers = [.. Enumerable.Range(0, heaps * columns).Select(_ => (10 * random.NextDouble()) - 5)];
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.Length; i++)
        {
            int heap = i / columns % heaps;
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            values[i] = centers[(heap * columns) + (i % columns)] + (spread * normal);
        }

        return FeatureMatrix.Create(ValueList.From(Enumerable.Range(0, columns).Select(column => $"x{column}")), values);
    }
}
