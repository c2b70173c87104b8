using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

public sealed partial record HorizonProposal
{
    private const double UsualShare = .9;

    /// <summary>Proposes a horizon from a log.</summary>
    /// <param name="log">The log. Not changed; do not add to it meanwhile.</param>
    /// <param name="asOf">The moment: nothing after it counts.</param>
    /// <param name="share">By when what share of those who come back is to have come. Above 0, at most 1.</param>
    /// <param name="options">Of what events; the rest of the options is not read. Null for purchases.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The proposal.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static HorizonProposal From([NotNull] ActivityLog log, DateTimeOffset asOf, double share = UsualShare, LabelOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        LabelOptions usable = CustomerLabels.Checked(options);
        ParallelOptions parallel = FixedChunks.Parallel(usable.MaxDegreeOfParallelism, cancellationToken);
        return From(ActivityReader.Of(log, asOf, [.. usable.EventTypes], parallel), asOf, share, usable, parallel);
    }

    /// <summary>Proposes a horizon from histories.</summary>
    /// <param name="customers">The customers, in any order, each once.</param>
    /// <param name="asOf">The moment: nothing after it counts.</param>
    /// <param name="share">By when what share of those who come back is to have come. Above 0, at most 1.</param>
    /// <param name="options">Of what events; the rest of the options is not read. Null for purchases.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The proposal.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, a customer or an activity is null, or an option is not usable.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static HorizonProposal From(
        [NotNull] IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, double share = UsualShare, LabelOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        LabelOptions usable = CustomerLabels.Checked(options);
        ParallelOptions parallel = FixedChunks.Parallel(usable.MaxDegreeOfParallelism, cancellationToken);
        return From(ActivityReader.Of(customers, asOf, [.. usable.EventTypes], parallel), asOf, share, usable, parallel);
    }

    private static HorizonProposal From(ActivityReader reader, DateTimeOffset asOf, double share, LabelOptions options, ParallelOptions parallel)
    {
        CheckShare(share);
        var gaps = new GapCounts();
        FixedChunks.Run(reader.Customers, ActivityReader.ChunkLength, parallel, (from, to) => GapCounts.Of(reader, from, to, asOf.UtcTicks, options.KeepZeroAmounts), gaps.Add);
        return new HorizonProposal(share, gaps.Closed, gaps.Open, gaps.ToReturns());
    }
}
