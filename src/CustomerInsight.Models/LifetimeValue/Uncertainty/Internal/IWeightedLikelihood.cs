namespace CustomerInsight.Models;

/// <summary>The likelihood of a model over distinct rows in canonical order, each standing for some customers. Safe from many threads.</summary>
internal interface IWeightedLikelihood<TModel>
{
    /// <summary>How many customers each distinct row stands for.</summary>
    ReadOnlySpan<int> Counts { get; }

    /// <summary>Where searches start that know nothing better.</summary>
    IReadOnlyList<double[]> Starts { get; }

    /// <summary>The mean of −ln L where the rows stand for so many customers each; rows of 0 count for nothing. Each call makes one of its own, for a single thread.</summary>
    IObjective Weighted(ReadOnlySpan<int> counts);

    /// <summary>The model at a point of the search.</summary>
    TModel ModelAt(ReadOnlySpan<double> point);

    /// <summary>The point of the search at which the model is this one.</summary>
    double[] PointOf(TModel model);
}
