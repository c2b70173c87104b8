namespace CustomerInsight.Models;

/// <summary>Groups that were found among customers, and to which of them any customer belongs. A port: a host may bring its own.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface IClusteringModel
{
    /// <summary>Gets the names of the features, in the order in which <see cref="Assign"/> takes them.</summary>
    ValueList<string> Columns { get; }

    /// <summary>Gets how many groups there are. At least 0.</summary>
    int Groups { get; }

    /// <summary>Finds the group of a customer, one of those the groups were found among or a new one.</summary>
    /// <param name="features">The features as they were measured, without any scaling; one for each of <see cref="Columns"/>.</param>
    /// <returns>The group; <see cref="GroupAssignment.Nobody"/> where a feature is missing or infinite.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns.</exception>
    GroupAssignment Assign(ReadOnlySpan<double> features);
}
