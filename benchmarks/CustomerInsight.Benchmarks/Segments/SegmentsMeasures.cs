using System.Globalization;
using System.Text.Json;

namespace CustomerInsight.Benchmarks;

/// <summary>What the command <c>segments</c> measures.</summary>
/// <param name="Rows">The points and customers of the largest measure.</param>
/// <param name="Repetitions">Over how many repetitions each median is.</param>
/// <param name="KMeans1Mx16">k-means, k = 8, the first eight rows as start, 20 Lloyd iterations, 16 columns; the result is the inertia.</param>
/// <param name="KMeans1Mx3">The same with 3 columns.</param>
/// <param name="Silhouette20k">The mean silhouette of a fiftieth of the rows with 16 columns in their eight groups.</param>
/// <param name="GaussianMixture200k">A Gaussian mixture of eight full covariances over a fifth of the rows with 16 columns, 20 iterations; the result is the log-likelihood.</param>
/// <param name="Rfm1M">RFM thresholds, scores and segments of as many customers, from their features; the result is how many are in the first segment.</param>
/// <param name="CustomerTable">Their table from a log of 2.6 purchases each; the result is how many rows it has.</param>
/// <param name="PeakMegabytes">The most memory that the process had, in 10⁶ bytes, the data included.</param>
internal sealed record SegmentsMeasures(
    int Rows,
    int Repetitions,
    WorkMeasure KMeans1Mx16,
    WorkMeasure KMeans1Mx3,
    WorkMeasure Silhouette20k,
    WorkMeasure GaussianMixture200k,
    WorkMeasure Rfm1M,
    WorkMeasure CustomerTable,
    double PeakMegabytes)
{
    public string ToJson() => JsonSerializer.Serialize(this, SegmentsMeasuresJson.Default.SegmentsMeasures);

    public void Print(TextWriter screen)
    {
        screen.WriteLine(WorkMeasure.Header);
        KMeans1Mx16.Print(screen, "k-means, k 8, 20 iterations, 16 columns");
        KMeans1Mx3.Print(screen, "k-means, k 8, 20 iterations, 3 columns");
        Silhouette20k.Print(screen, "silhouette of a fiftieth, 16 columns");
        GaussianMixture200k.Print(screen, "Gaussian mixture of a fifth, 20 iterations");
        Rfm1M.Print(screen, "RFM from features");
        CustomerTable.Print(screen, "customer table from 2.6 purchases each");
        screen.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows:#,0} rows, median of {Repetitions}, peak memory {PeakMegabytes:#,0} MB"));
    }
}
