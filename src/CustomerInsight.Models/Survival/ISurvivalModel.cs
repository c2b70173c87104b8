namespace CustomerInsight.Models;

/// <summary>Says how long customers stay, from their features. A port: a host may bring its own.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface ISurvivalModel
{
    /// <summary>Gets the names of the features, in the order in which a row holds them.</summary>
    ValueList<string> Columns { get; }

    /// <summary>Gets which end the model foretells, by the number of its cause; those by other causes count as no event.</summary>
    /// <value>0: every cause.</value>
    int Cause => 0;

    /// <summary>Gives the chance that a customer is still there.</summary>
    /// <param name="features">The customer's features, finite, in the order of <see cref="Columns"/>.</param>
    /// <param name="time">After how long, in the unit of the times it was fitted on. At least 0.</param>
    /// <returns>From 0 to 1; 1 at time 0, never rising with time.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not a number.</exception>
    double Survival(ReadOnlySpan<double> features, double time);

    /// <summary>Gives a number that ranks customers by risk.</summary>
    /// <param name="features">The customer's features, finite, in the order of <see cref="Columns"/>.</param>
    /// <returns>A finite number: the higher, the sooner the event.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns, or one is not finite.</exception>
    double Risk(ReadOnlySpan<double> features);
}
