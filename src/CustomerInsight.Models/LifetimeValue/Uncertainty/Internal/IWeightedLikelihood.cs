namespace CustomerInsight.Models;

/// <summary>The likelihood of a model over distinct rows in canonical order, each standing for some customers. Safe from many threads.</summary>
internal interface IWeightedLikelihood<TModel>
    where TModel : class
{
    /// <summary>The model's name in the literature.</summary>
    string Name { get; }

    /// <summary>What the log-likelihood is of, and in which unit the model states times.</summary>
    LikelihoodBasis Basis { get; }

    /// <summary>How many customers each distinct row stands for.</summary>
    ReadOnlySpan<int> Counts { get; }

    /// <summary>Where searches start that know nothing better.</summary>
    IReadOnlyList<double[]> Starts { get; }

    /// <summary>Whether there may be several maxima, so that every start is to be tried.</summary>
    bool HasSeveralMaxima => false;

    /// <summary>What the coordinates of the search stand for.</summary>
    IReadOnlyList<Coordinate> Coordinates { get; }

    /// <summary>The mean of −ln L where the rows stand for so many customers each; rows of 0 count for nothing. Each call makes one of its own, for a single thread to ask.</summary>
    IObjective Weighted(ReadOnlySpan<int> counts);

    /// <summary>The log-likelihood of all customers in the model's own unit, from the least mean of −ln L in the unit of the search.</summary>
    double LogLikelihood(double minimum);

    /// <summary>The model at a point of the search.</summary>
    TModel ModelAt(ReadOnlySpan<double> point);

    /// <summary>The point of the search at which the model is this one.</summary>
    double[] PointOf(TModel model);
}
