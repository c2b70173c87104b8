using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Models.Tests;

/// <summary>A value to 60 digits, computed by others: a function at parameters and arguments.</summary>
internal sealed record HighPrecision(string Function, double[] Parameters, double[] Arguments, double Value)
{
    /// <summary>Reads the values of functions whose names start so.</summary>
    public static IReadOnlyList<HighPrecision> Read(string prefix)
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference", "lifetime-value", "torture_mpmath.json")));
        return [.. reference.RootElement.EnumerateArray()
            .Where(item => item.GetProperty("fn").GetString()!.StartsWith(prefix, StringComparison.Ordinal))
            .Select(item => new HighPrecision(
                item.GetProperty("fn").GetString()!,
                Numbers(item.GetProperty("params")),
                Numbers(item.GetProperty("args")),
                Number(item.GetProperty("value"))))];
    }

    // 8e-858 is below the smallest double: zero is then the nearest one.
    private static double Number(JsonElement text) => double.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(Number)];
}
