using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Benchmarks;

/// <summary>What the command <c>kernels</c> measures.</summary>
/// <param name="Path">The best form that this processor has: Vector512, Vector256 or Scalar.</param>
/// <param name="Repetitions">Over how many repetitions each median is.</param>
/// <param name="Surnames">Over the surnames.</param>
/// <param name="FullNames">Over the full names.</param>
internal sealed record KernelsMeasures(string Path, int Repetitions, TextsMeasures Surnames, TextsMeasures FullNames)
{
    public string ToJson() => JsonSerializer.Serialize(this, KernelsMeasuresJson.Default.KernelsMeasures);

    /// <summary>Writes a line for each comparator and form.</summary>
    public void Print(TextWriter screen)
    {
        screen.WriteLine($"{"",-34}{"surnames",-33}full names");
        screen.WriteLine($"{"",-28}{"ns a pair",12}{"checksum",20}{"ns a pair",12}{"checksum",20}");
        Print(screen, Path, Best(Surnames), Best(FullNames));
        if (Surnames.Vector256 is { } surnames && FullNames.Vector256 is { } fullNames)
        {
            Print(screen, nameof(TextsMeasures.Vector256), surnames, fullNames);
        }

        Print(screen, nameof(TextsMeasures.Scalar), Surnames.Scalar, FullNames.Scalar);
    }

    private static PathMeasures Best(TextsMeasures texts) => new(texts.JaroWinkler, texts.Jaro, texts.Levenshtein, texts.Osa);

    private static void Print(TextWriter screen, string path, PathMeasures surnames, PathMeasures fullNames)
    {
        Print(screen, path, "Jaro-Winkler", surnames.JaroWinkler, fullNames.JaroWinkler);
        Print(screen, path, "Jaro", surnames.Jaro, fullNames.Jaro);
        Print(screen, path, "Levenshtein", surnames.Levenshtein, fullNames.Levenshtein);
        Print(screen, path, "OSA", surnames.Osa, fullNames.Osa);
    }

    private static void Print(TextWriter screen, string path, string comparator, KernelMeasure surnames, KernelMeasure fullNames) => screen.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{comparator,-14}{path,-14}{surnames.Nanoseconds,12:0.00}{surnames.Checksum,20:#,0.00}{fullNames.Nanoseconds,12:0.00}{fullNames.Checksum,20:#,0.00}"));
}
