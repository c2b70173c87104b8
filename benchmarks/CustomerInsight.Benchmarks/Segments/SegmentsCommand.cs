using System.Diagnostics;
using CustomerInsight.Models;

namespace CustomerInsight.Benchmarks;

/// <summary>Times what segmentation takes: k-means, silhouette, Gaussian mixture, RFM, and the table of customers from a log.</summary>
internal static class SegmentsCommand
{
    public const string Name = "segments";

    private const int Wide = 16;
    private const int Narrow = 3;
    private const int Iterations = 20;

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code: 0 done, 1 the file cannot be written, 2 the options cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!SegmentsArguments.TryParse(args, out SegmentsArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(SegmentsArguments.Usage);
            return 2;
        }

        try
        {
            SegmentsMeasures measures = Measure(arguments, cancellationToken);
            measures.Print(screen);
            if (arguments.Json is { } json)
            {
                await File.WriteAllTextAsync(json, measures.ToJson(), cancellationToken);
            }

            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    private static SegmentsMeasures Measure(SegmentsArguments arguments, CancellationToken cancellationToken)
    {
        (SegmentMeasure wide, SegmentMeasure silhouette, SegmentMeasure mixture) = MeasureWide(arguments, cancellationToken);
        SegmentMeasure narrow = MeasureKMeans(GaussianBlobs.Make(arguments.Rows, Narrow), "scikit-learn KMeans, float32", 0.278, arguments, cancellationToken);
        (SegmentMeasure table, SegmentMeasure rfm) = MeasurePurchases(arguments, cancellationToken);
        return new SegmentsMeasures(arguments.Rows, arguments.Repetitions, wide, narrow, silhouette, mixture, rfm, table, ProcessMemory.PeakMegabytes());
    }

    private static (SegmentMeasure KMeans, SegmentMeasure Silhouette, SegmentMeasure Mixture) MeasureWide(SegmentsArguments arguments, CancellationToken cancellationToken)
    {
        FeatureMatrix blobs = GaussianBlobs.Make(arguments.Rows, Wide);
        SegmentMeasure kMeans = MeasureKMeans(blobs, "scikit-learn KMeans, float32", 0.486, arguments, cancellationToken);

        FeatureMatrix some = First(blobs, arguments.Rows / 50);
        int[] groups = [.. KMeans(some).Fit(some, cancellationToken).Model!.AssignAll(some, 0, cancellationToken).Select(static assignment => assignment.Group)];
        SegmentMeasure silhouette = Time(
            () => ClusteringQuality.Silhouettes(some, groups, cancellationToken: cancellationToken).Average(), "scikit-learn silhouette_score", 3.15, arguments.Repetitions);

        FeatureMatrix more = First(blobs, arguments.Rows / 5);
        var estimator = new GaussianMixtureEstimator(new GaussianMixtureOptions
        {
            Groups = GaussianBlobs.Centres,
            Scaling = AsMeasured(),
            MaximumIterations = Iterations,
            Tolerance = 0,
            Starts = 1,
        });
        SegmentMeasure mixture = Time(
            () => estimator.Fit(more, cancellationToken).Report.LogLikelihood!.Value, "scikit-learn GaussianMixture, full", 6.4, arguments.Repetitions);
        return (kMeans, silhouette, mixture);
    }

    private static SegmentMeasure MeasureKMeans(FeatureMatrix blobs, string peer, double peerSeconds, SegmentsArguments arguments, CancellationToken cancellationToken)
    {
        KMeansEstimator estimator = KMeans(blobs);
        return Time(() => estimator.Fit(blobs, cancellationToken).Model!.Inertia, peer, peerSeconds, arguments.Repetitions);
    }

    private static (SegmentMeasure Table, SegmentMeasure Rfm) MeasurePurchases(SegmentsArguments arguments, CancellationToken cancellationToken)
    {
        (string Customer, DateTimeOffset At, decimal Amount)[] purchases = PurchaseLogs.Make(arguments.Rows);
        PurchaseTable table = PurchaseTable.Empty;
        SegmentMeasure whole = Time(
            () =>
            {
                var log = new ActivityLog();
                foreach ((string customer, DateTimeOffset at, decimal amount) in purchases)
                {
                    log.Add(customer, at, ActivityTypes.Purchase, amount);
                }

                table = PurchaseTable.From(log, PurchaseLogs.End, cancellationToken: cancellationToken);
                return table.Customers.Count;
            },
            "lifetimes summary_data_from_transaction_data",
            3.5,
            arguments.Repetitions);
        var estimator = new RfmEstimator();
        SegmentMeasure rfm = Time(
            () => RfmResult.Of(table, estimator, cancellationToken: cancellationToken).Segments[0].Customers, null, null, arguments.Repetitions);
        return (whole, rfm);
    }

    private static KMeansEstimator KMeans(FeatureMatrix blobs) => new(new KMeansOptions
    {
        Start = First(blobs, GaussianBlobs.Centres),
        Scaling = AsMeasured(),
        MaximumIterations = Iterations,
        Tolerance = 0,
    });

    private static FeatureScalingOptions AsMeasured() => new() { Transform = FeatureTransform.None };

    private static FeatureMatrix First(FeatureMatrix matrix, int rows) => FeatureMatrix.Create(matrix.Columns, matrix.Values[..(rows * matrix.Columns.Count)].ToArray());

    /// <summary>The first time is left out: it is the compiler's.</summary>
    private static SegmentMeasure Time(Func<double> work, string? peer, double? peerSeconds, int repetitions)
    {
        double result = work();
        double[] seconds = new double[repetitions];
        for (int repetition = 0; repetition < repetitions; repetition++)
        {
            // What others left behind is no part of it.
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            result = work();
            seconds[repetition] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        return new SegmentMeasure((seconds[(repetitions - 1) / 2] + seconds[repetitions / 2]) / 2, seconds[0], result, peer, peerSeconds);
    }
}
