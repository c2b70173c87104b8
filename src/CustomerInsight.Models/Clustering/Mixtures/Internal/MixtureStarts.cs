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
            int[] labels = Labels(model);
            if (labels.Any(static label => label >= 0))
            {
                yield return () => search.Run(labels);
            }

            yield break;
        }

        for (int start = 0; start < options.Starts; start++)
        {
            if (NearestMeans(start) is KMeansModel means && means.Groups == options.Groups)
            {
                int[] labels = Labels(means);
                yield return () => search.Run(labels);
            }
        }
    }

    /// <summary>The groups of k-means: the first with all its starts, which is the best guess; more from one start each, so that they differ.</summary>
    /// <remarks>k-means gets the rows as they were measured: its draws go by the hash of the numbers, and scaled ones differ in their last digits where the rows come in another order.</remarks>
    private KMeansModel? NearestMeans(int start)
    {
        var means = new KMeansOptions
        {
            Groups = options.Groups,
            Scaling = options.Scaling,
            Seed = options.Seed + (ulong)start,
            MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        };
        means.Starts = start == 0 ? means.Starts : 1;
        return new KMeansEstimator(means).Fit(data, cancellationToken).Model;
    }

    /// <summary>The group of each row, in the order in which the search has them.</summary>
    private int[] Labels(IClusteringModel model)
    {
        ValueList<GroupAssignment> assigned = model.AssignAll(data, options.MaxDegreeOfParallelism, cancellationToken);
        return [.. order.Select(row => assigned[rows.Numbers?[row] ?? row].Group)];
    }
}
