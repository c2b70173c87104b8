namespace CustomerInsight.Models;

/// <summary>Where the searches for a mixture start.</summary>
internal sealed class MixtureStarts(GaussianMixtureOptions options, FeatureMatrix data, FeatureRows rows, int[] order, CancellationToken cancellationToken)
{
    /// <summary>Gives a search from each start; none where there are fewer different rows than groups.</summary>
    public IEnumerable<Func<MixtureFound>> Each(MixtureSearch search)
    {
        if (options.Start is GaussianMixtureModel mixture && mixture.Covariance == options.Covariance && mixture.Scaling.Equals(rows.Scaling))
        {
            yield return () => search.Run(mixture.Mixture);
            yield break;
        }

        if (options.Start is IClusteringModel model)
        {
            int[] labels = Labels(model, data);
            labels = [.. order.Select(row => labels[rows.Numbers?[row] ?? row])];
            if (labels.Any(static label => label >= 0))
            {
                yield return () => search.Run(labels);
            }

            yield break;
        }

        var scaled = FeatureMatrix.Create(data.Columns, rows.Values);
        for (int start = 0; start < options.Starts; start++)
        {
            if (NearestMeans(scaled, start) is KMeansModel means && means.Groups == options.Groups)
            {
                int[] labels = Labels(means, scaled);
                labels = [.. order.Select(row => labels[row])];
                yield return () => search.Run(labels);
            }
        }
    }

    /// <summary>The groups of k-means: the first with all its starts, which is the best guess; more from one start each, so that they differ.</summary>
    private KMeansModel? NearestMeans(FeatureMatrix scaled, int start)
    {
        var means = new KMeansOptions
        {
            Groups = options.Groups,
            Scaling = new FeatureScalingOptions { Transform = FeatureTransform.None },
            Seed = options.Seed + (ulong)start,
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        };
        means.Starts = start == 0 ? means.Starts : 1;
        return new KMeansEstimator(means).Fit(scaled, cancellationToken).Model;
    }

    private int[] Labels(IClusteringModel model, FeatureMatrix matrix) =>
        [.. model.AssignAll(matrix, options.MaxDegreeOfParallelism, cancellationToken).Select(static assignment => assignment.Group)];
}
