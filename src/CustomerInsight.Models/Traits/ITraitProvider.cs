namespace CustomerInsight.Models;

/// <summary>Gives traits of the host's own to the segments of a run. A port: register as many as there are for an engine.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface ITraitProvider
{
    /// <summary>Gives the traits.</summary>
    /// <param name="context">The run so far: its customers, and what earlier stages left.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>
    /// The traits by the customer's name in results, nothing dated after the as-of moment in them. Customers whom the run does not know, traits named as one of the run's own or
    /// of an earlier provider, and all traits of a table that looks from another day than the run's (one without a day fits any run) are left out, with lines of the report.
    /// </returns>
    ValueTask<TraitTable> GetTraitsAsync(InsightContext context, CancellationToken cancellationToken);
}
