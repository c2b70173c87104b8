namespace CustomerInsight.Models;

/// <summary>Says how likely an event is from features, and why. A port: a host may bring its own.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface IClassificationModel
{
    /// <summary>Gets the names of the features, in the order in which rows hold them.</summary>
    ValueList<string> Columns { get; }

    /// <summary>Gets the log-odds of a customer of whom nothing special is known: what contributions start from.</summary>
    double Baseline { get; }

    /// <summary>Gives the log-odds of the event for each row.</summary>
    /// <param name="rows">Rows with the features of <see cref="Columns"/>, in that order; <see cref="double.NaN"/> where one is missing.</param>
    /// <param name="margins">Where the log-odds go: as many as rows. Each depends on its own row alone.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The features are others, or there is no place for each row.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    void Margins(FeatureMatrix rows, Span<double> margins, CancellationToken cancellationToken = default);

    /// <summary>Says what each feature adds to the log-odds of each row.</summary>
    /// <param name="rows">Rows with the features of <see cref="Columns"/>, in that order.</param>
    /// <param name="contributions">Where they go, row by row: one for each row and feature. With <see cref="Baseline"/> those of a row add up to its log-odds.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The features are others, or there is no place for each.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    void Contributions(FeatureMatrix rows, Span<double> contributions, CancellationToken cancellationToken = default);
}
