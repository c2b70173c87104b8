namespace CustomerInsight.Models.Tests;

/// <summary>Rows to find groups among.</summary>
internal static class Points
{
    public static ValueList<string> Columns(int width) => ValueList.From(Enumerable.Range(0, width).Select(static column => $"f{column}"));

    public static FeatureMatrix Matrix(double[] values, int width) => FeatureMatrix.Create(Columns(width), values);

    /// <summary>Gaussian blobs of standard deviation 1 around centres that are uniform in ±5.</summary>
    public static double[] Blobs(int rows, int width, int blobs, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[] centers = [.. Enumerable.Range(0, blobs * width).Select(_ => (random.NextDouble() * 10) - 5)];
        double[] values = new double[rows * width];
        for (int row = 0; row < rows; row++)
        {
            int blob = random.Next(blobs);
            for (int column = 0; column < width; column++)
            {
                double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                values[(row * width) + column] = centers[(blob * width) + column] + normal;
            }
        }

        return values;
    }

    /// <summary>Numbers of the rows and columns of a shared file, without its class column.</summary>
    public static FeatureMatrix Shared(string name)
    {
        string[] lines = File.ReadAllLines(SharedData.Path("data", "segmentation", name));
        string[] columns = lines[0].Split(',')[..^1];
        return FeatureMatrix.Create(
            ValueList.Create<string>(columns),
            [.. lines.Skip(1).SelectMany(line => line.Split(',').Take(columns.Length)).Select(static cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))]);
    }

    /// <summary>The class of each row of a shared file.</summary>
    public static int[] SharedClasses(string name) =>
        [.. File.ReadLines(SharedData.Path("data", "segmentation", name)).Skip(1).Select(static line => int.Parse(line.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture))];
}
