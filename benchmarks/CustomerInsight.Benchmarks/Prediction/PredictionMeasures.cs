using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Benchmarks;

/// <summary>What the command <c>prediction</c> measures.</summary>
/// <param name="Rows">How many rows the classifiers learned from; the survival models a tenth.</param>
/// <param name="Repetitions">Over how many repetitions each median is.</param>
/// <param name="Logistic">Logistic regression on 16 columns, L2; the result is the area under the ROC curve of the rows it was fitted to.</param>
/// <param name="LogisticContributions">Log-odds and contributions of each row; the result is rows a second.</param>
/// <param name="Boosting">100 trees of 31 leaves on 16 columns; the result is the area under the ROC curve of the rows they were fitted to.</param>
/// <param name="TreeContributions">Contributions of a tenth of the rows by 100 trees of 8 leaves; the result is rows a second.</param>
/// <param name="Cox">Cox regression of times that all differ on 10 columns; the result is the log-likelihood.</param>
/// <param name="Concordance">Harrell's concordance of the same; the result is the concordance.</param>
/// <param name="KaplanMeier">The survival curve of the same with its errors; the result is the restricted mean.</param>
/// <param name="PeakMegabytes">The most memory that the process had, in 10⁶ bytes, the data included.</param>
internal sealed record PredictionMeasures(
    int Rows,
    int Repetitions,
    WorkMeasure Logistic,
    WorkMeasure LogisticContributions,
    WorkMeasure Boosting,
    WorkMeasure TreeContributions,
    WorkMeasure Cox,
    WorkMeasure Concordance,
    WorkMeasure KaplanMeier,
    double PeakMegabytes)
{
    public string ToJson() => JsonSerializer.Serialize(this, PredictionMeasuresJson.Default.PredictionMeasures);

    public void Print(TextWriter screen)
    {
        screen.WriteLine(WorkMeasure.Header);
        Logistic.Print(screen, "logistic regression, 16 columns");
        LogisticContributions.Print(screen, "its log-odds and contributions");
        Boosting.Print(screen, "boosting, 100 trees of 31 leaves");
        TreeContributions.Print(screen, "TreeSHAP of a tenth, 100 trees of 8 leaves");
        Cox.Print(screen, "Cox regression of a tenth, 10 columns");
        Concordance.Print(screen, "concordance of a tenth");
        KaplanMeier.Print(screen, "Kaplan-Meier of a tenth");
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows:#,0} rows, median of {Repetitions}, peak memory {PeakMegabytes:#,0} MB"));
    }
}
