namespace CustomerInsight.Benchmarks;

/// <summary>What one piece of work took, beside what it takes others.</summary>
/// <param name="Seconds">The median over the repetitions.</param>
/// <param name="Fastest">The fastest of them, in seconds.</param>
/// <param name="Result">What came out, to check it: inertia, silhouette, log-likelihood or a count.</param>
/// <param name="Peer">Who else does the same work; null where nobody was measured.</param>
/// <param name="PeerSeconds">Its time for the same number of rows on an idle machine of two cores, the fastest of its runs.</param>
internal sealed record SegmentMeasure(double Seconds, double Fastest, double Result, string? Peer, double? PeerSeconds);
