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
        (WorkMeasure wide, WorkMeasure silhouette, WorkMeasure mixture) = MeasureWide(arguments, cancellationToken);
        WorkMeasure narrow = MeasureKMeans(GaussianBlobs.Make(arguments.Rows, Narrow), "scikit-learn KMeans, float32", 0.278, arguments, cancellationToken);
        (WorkMeasure table, WorkMeasure rfm) = MeasurePurchases(arguments, cancellationToken);
        return new SegmentsMeasures(arguments.Rows, arguments.Repetitions, wide, narrow, silhouette, mixture, rfm, table, ProcessMemory.PeakMegabytes());
    }

    private static (WorkMeasure KMeans, WorkMeasure Silhouette, WorkMeasure Mixture) MeasureWide(SegmentsArguments arguments, CancellationToken cancellationToken)
    {
        FeatureMatrix blobs = GaussianBlobs.Make(arguments.Rows, Wide);
        WorkMeasure kMeans = MeasureKMeans(blobs, "scikit-learn KMeans, float32", 0.486, arguments, cancellationToken);

        FeatureMatrix some = First(blobs, arguments.Rows / 50);
        int[] groups = [.. KMeans(some).Fit(some, cancellationToken).Model!.AssignAll(some, 0, cancellationToken).Select(static assignment => assignment.Group)];
        WorkMeasure silhouette = WorkMeasure.Time(
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
        WorkMeasure mixture = WorkMeasure.Time(
            () => estimator.Fit(more, cancellationToken).Report.LogLikelihood!.Value, "scikit-learn GaussianMixture, full", 6.4, arguments.Repetitions);
        return (kMeans, silhouette, mixture);
    }

    private static WorkMeasure MeasureKMeans(FeatureMatrix blobs, string peer, double peerSeconds, SegmentsArguments arguments, CancellationToken cancellationToken)
    {
        KMeansEstimator estimator = KMeans(blobs);
        return WorkMeasure.Time(() => estimator.Fit(blobs, cancellationToken).Model!.Inertia, peer, peerSeconds, arguments.Repetitions);
    }

    private static (WorkMeasure Table, WorkMeasure Rfm) MeasurePurchases(SegmentsArguments arguments, CancellationToken cancellationToken)
    {
        (string Customer, DateTimeOffset At, decimal Amount)[] purchases = PurchaseLogs.Make(arguments.Rows);
        PurchaseTable table = PurchaseTable.Empty;
        WorkMeasure whole = WorkMeasure.Time(
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
        WorkMeasure rfm = WorkMeasure.Time(
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
}
