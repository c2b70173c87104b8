using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>Out-of-fold scores of six models for the shared Telco customers, with their folds.</summary>
internal static class TelcoScores
{
    public static readonly string[] Models = ["LR3", "LR4", "HGB5", "HGB6", "GB7", "RF8"];

    private static readonly Lazy<string[][]> Cells = new(static () => [.. File.ReadLines(SharedData.Path("reference", "churn", "telco_oof.csv")).Skip(1).Select(static line => line.Split(','))]);

    public static string[] Customers => [.. Cells.Value.Select(static row => row[0])];

    public static int[] Folds => [.. Cells.Value.Select(static row => int.Parse(row[1], CultureInfo.InvariantCulture))];

    public static bool[] Labels => [.. Cells.Value.Select(static row => row[2] == "1")];

    public static double[] Of(string model) => [.. Cells.Value.Select(row => double.Parse(row[3 + Array.IndexOf(Models, model)], CultureInfo.InvariantCulture))];
}
