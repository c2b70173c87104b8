namespace CustomerInsight.Models;

/// <summary>Names customers by their scores. A port: a host may register its own in the place of the rules of <see cref="RfmOptions.Segments"/>.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface ISegmentation
{
    /// <summary>Gets the names of all segments, in the order in which a summary lists them.</summary>
    IReadOnlyList<string> Segments { get; }

    /// <summary>Chooses the segment of a customer.</summary>
    /// <param name="customer">What the customer bought.</param>
    /// <param name="cell">The customer's scores.</param>
    /// <returns>The segment; the same for the same arguments.</returns>
    RfmSegmentChoice Choose(PurchaseSummary customer, RfmCell cell);
}
