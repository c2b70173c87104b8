namespace CustomerInsight.Testing;

/// <summary>The laws that every <see cref="IActivitySource"/> has to keep.</summary>
/// <threadsafety>Safe from many threads, where the source is.</threadsafety>
public static class ActivitySourceLaws
{
    /// <summary>Reads a source whole, twice, and again from some of its cursors.</summary>
    /// <param name="source">The plug-in. Nothing may change in it meanwhile.</param>
    /// <param name="resumePoints">From how many cursors to go on, spread over the rows, the last always among them. At least 0.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>A task that ends when every law holds.</returns>
    /// <exception cref="LawViolationException">
    /// <c>L15</c>: a second reading gives other rows. <see cref="LawViolationException.Contract"/>: the name is blank, a key carries another source's name,
    /// a row is neither activity nor rejection, or reading on after a cursor does not give exactly the rows that came after it.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="resumePoints"/> is negative.</exception>
    /// <remarks>Cost and cursors as in <see cref="RecordSourceLaws.CheckAsync"/>.</remarks>
    public static async Task CheckAsync(IActivitySource source, int resumePoints = 8, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(resumePoints);
        ReadingCheck.Name(source.Name);
        List<ActivityChange> changes = await ReadingCheck.CheckAsync(
            source.Name, source.ReadAsync, static change => change.Cursor, resumePoints, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < changes.Count; i++)
        {
            ReadingCheck.Row(source.Name, i, changes[i].Activity?.Key, changes[i].Rejection);
        }
    }
}
